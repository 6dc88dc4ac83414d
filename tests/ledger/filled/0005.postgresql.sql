CREATE FUNCTION public.station_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN RAISE EXCEPTION 'law: the journal is append-only'; END $$;
CREATE FUNCTION public.station_in_order() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                IF NEW.seq <> 1 + COALESCE((SELECT seq FROM journal WHERE office = NEW.office
                    ORDER BY seq DESC LIMIT 1), 0) THEN
                    RAISE EXCEPTION 'law: the journal has no gap and no second line';
                END IF;
                RETURN NEW;
            END $$;
CREATE FUNCTION public.station_keep_sealed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        -- Nested, because TRUNCATE has no OLD row to look into.
        IF TG_OP = 'DELETE' THEN
            IF OLD.phase <> 'sealed' THEN
                RETURN OLD;
            END IF;
        END IF;
        RAISE EXCEPTION 'law: a sealed handover stays as it is';
    END $$;
CREATE FUNCTION public.station_one_open() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF NEW.offered AND EXISTS (SELECT 1 FROM handovers h
            WHERE h.office = NEW.office AND h.id = NEW.handover
            AND h.phase NOT IN ('sealed', 'cancelled'))
        AND EXISTS (SELECT 1 FROM handover_items p
            JOIN handovers h ON h.office = p.office AND h.id = p.handover
            WHERE p.office = NEW.office AND p.item = NEW.item AND p.handover <> NEW.handover
            AND p.offered AND h.phase NOT IN ('sealed', 'cancelled')) THEN
            RAISE EXCEPTION 'law: a piece is in one open handover';
        END IF;
        RETURN NEW;
    END $$;
CREATE FUNCTION public.station_seal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF TG_OP = 'INSERT' THEN
            IF NEW.phase = 'sealed' THEN
                RAISE EXCEPTION 'law: a handover begins unsealed';
            END IF;
            RETURN NEW;
        END IF;
        IF OLD.phase = 'sealed' THEN
            RAISE EXCEPTION 'law: a sealed handover stays as it is';
        END IF;
        IF OLD.phase = 'cancelled' AND NEW.phase <> 'cancelled' THEN
            RAISE EXCEPTION 'law: a handover that was broken off stays so';
        END IF;
        IF NEW.phase = 'sealed' AND (
            NOT EXISTS (SELECT 1 FROM handover_items p
                WHERE p.office = NEW.office AND p.handover = NEW.id AND p.offered)
            OR EXISTS (SELECT 1 FROM handover_items p
                WHERE p.office = NEW.office AND p.handover = NEW.id
                AND p.offered <> p.received)) THEN
            RAISE EXCEPTION 'law: a sealed handover has two equal sets';
        END IF;
        RETURN NEW;
    END $$;
CREATE FUNCTION public.station_sealed_set() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE piece handover_items := COALESCE(NEW, OLD);
    BEGIN
        IF EXISTS (SELECT 1 FROM handovers h WHERE h.office = piece.office
            AND h.id = piece.handover AND h.phase = 'sealed') THEN
            RAISE EXCEPTION 'law: a sealed set stays as it is';
        END IF;
        RETURN piece;
    END $$;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.arrivals (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    carrier character varying(60) NOT NULL,
    declared_count integer NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    department character varying(20) NOT NULL,
    list uuid,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    count integer NOT NULL,
    status character varying(12) NOT NULL,
    CONSTRAINT ck_arrivals_count_not_negative CHECK ((count >= 0)),
    CONSTRAINT ck_arrivals_declared_positive CHECK ((declared_count > 0))
);
CREATE TABLE public.books_stamp (
    digest character varying(64) NOT NULL
);
CREATE TABLE public.cases (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    what character varying(30) NOT NULL,
    author uuid,
    opened_at timestamp with time zone NOT NULL,
    arrival uuid,
    item uuid,
    handover uuid,
    text text,
    scan json,
    proposal uuid,
    proposed_settlement character varying(30),
    proposed_by uuid,
    proposed_reason text,
    proposed_seen text,
    settlement character varying(30),
    settled_by uuid,
    settled_at timestamp with time zone,
    reason text,
    CONSTRAINT ck_cases_let_go_by_two CHECK (((settlement IS NULL) OR ((settlement)::text <> ALL ((ARRAY['close_with_difference'::character varying, 'declare_lost'::character varying, 'void_item'::character varying])::text[])) OR ((proposed_by IS NOT NULL) AND (settled_by <> proposed_by)))),
    CONSTRAINT ck_cases_settled_with_reason CHECK ((((settlement IS NULL) = (reason IS NULL)) AND ((settled_by IS NULL) = (reason IS NULL)) AND ((settled_at IS NULL) = (reason IS NULL))))
);
CREATE TABLE public.contacts (
    office character varying(40) NOT NULL,
    person uuid NOT NULL,
    staff_number character varying(40),
    email character varying(254),
    language character varying(8) NOT NULL
);
CREATE TABLE public.credentials (
    office character varying(40) NOT NULL,
    person uuid NOT NULL,
    badge character varying(40) NOT NULL,
    pin_hash character varying(200) NOT NULL,
    pin_is_once boolean DEFAULT false NOT NULL
);
CREATE TABLE public.departments (
    office character varying(40) NOT NULL,
    id character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    kana character varying(240) NOT NULL,
    aliases json NOT NULL,
    sorts_mail boolean NOT NULL,
    former_names json NOT NULL,
    closes_at timestamp with time zone,
    successor character varying(20),
    is_closed boolean NOT NULL
);
CREATE TABLE public.expected_items (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    list uuid NOT NULL,
    number character varying(60) NOT NULL,
    service character varying(60) NOT NULL,
    sender_id uuid,
    sender_digest character varying(64),
    addressee_id uuid,
    addressee_digest character varying(64),
    department character varying(20),
    seq bigint NOT NULL,
    item uuid
);
CREATE TABLE public.handover_items (
    office character varying(40) NOT NULL,
    handover uuid NOT NULL,
    item uuid NOT NULL,
    offered boolean NOT NULL,
    received boolean NOT NULL,
    received_by uuid,
    CONSTRAINT ck_handover_items_received_by_somebody CHECK ((received = (received_by IS NOT NULL)))
);
CREATE TABLE public.handovers (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    giver character varying(20) NOT NULL,
    receiver character varying(20) NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    phase character varying(12) NOT NULL,
    digest character varying(64),
    giver_signer uuid,
    receiver_signer uuid,
    sealed_at timestamp with time zone,
    giver_person uuid,
    receiver_person uuid,
    early json NOT NULL,
    receiver_done boolean NOT NULL,
    agreed_at timestamp with time zone,
    moved_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_handovers_giver_in_person CHECK ((giver_signer = giver_person)),
    CONSTRAINT ck_handovers_receiver_in_person CHECK ((receiver_signer = receiver_person)),
    CONSTRAINT ck_handovers_sealed_is_signed CHECK ((((phase)::text <> 'sealed'::text) OR ((giver_signer IS NOT NULL) AND (receiver_signer IS NOT NULL) AND (digest IS NOT NULL) AND (sealed_at IS NOT NULL)))),
    CONSTRAINT ck_handovers_two_people CHECK ((giver_person <> receiver_person)),
    CONSTRAINT ck_handovers_two_sides CHECK ((((giver)::text <> (receiver)::text) OR (giver_person IS NOT NULL) OR (receiver_person IS NOT NULL))),
    CONSTRAINT ck_handovers_two_signers CHECK ((giver_signer <> receiver_signer))
);
CREATE TABLE public.heads (
    office character varying(40) NOT NULL,
    seq bigint NOT NULL,
    hash character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.items (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    arrival uuid NOT NULL,
    number character varying(60) NOT NULL,
    scan json NOT NULL,
    expected uuid,
    taken_in_by uuid NOT NULL,
    taken_in_at timestamp with time zone NOT NULL,
    taken_in_seq bigint NOT NULL,
    holder character varying(20) NOT NULL,
    held_since timestamp with time zone NOT NULL,
    status character varying(12) NOT NULL,
    route character varying(20),
    route_first_by uuid,
    route_check_by uuid,
    first_by uuid,
    first_department character varying(20),
    check_by uuid,
    check_department character varying(20),
    undecided boolean NOT NULL,
    handover uuid,
    keeper uuid,
    questioned boolean NOT NULL,
    CONSTRAINT ck_items_route_by_two CHECK (((route IS NULL) OR ((route_first_by IS NOT NULL) AND (route_check_by IS NOT NULL) AND (route_first_by <> route_check_by)))),
    CONSTRAINT ck_items_words_by_two CHECK ((first_by <> check_by))
);
CREATE TABLE public.journal (
    office character varying(40) NOT NULL,
    seq bigint NOT NULL,
    deed uuid NOT NULL,
    "position" integer NOT NULL,
    kind character varying(60) NOT NULL,
    body text NOT NULL,
    hash character varying(64) NOT NULL,
    CONSTRAINT ck_journal_seq_positive CHECK ((seq > 0))
);
CREATE TABLE public.mails (
    office character varying(40) NOT NULL,
    notice uuid NOT NULL,
    person uuid NOT NULL,
    tries integer NOT NULL,
    due_at timestamp with time zone,
    sent_at timestamp with time zone,
    failure text
);
CREATE TABLE public.notices (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    subject uuid,
    department character varying(20),
    roles json NOT NULL,
    person uuid,
    told json NOT NULL,
    addressed_at timestamp with time zone
);
CREATE TABLE public.people (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    name_id uuid NOT NULL,
    name_digest character varying(64) NOT NULL,
    postings json NOT NULL,
    has_badge boolean NOT NULL,
    version integer NOT NULL
);
CREATE TABLE public.personal_data (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    media_type character varying(60) NOT NULL,
    salt bytea NOT NULL,
    value bytea NOT NULL,
    kept_since timestamp with time zone NOT NULL
);
CREATE TABLE public.pin_tries (
    office character varying(40) NOT NULL,
    person uuid NOT NULL,
    terminal character varying(60) NOT NULL,
    failures integer NOT NULL,
    failed_at timestamp with time zone,
    is_known boolean NOT NULL
);
CREATE TABLE public.revoked_badges (
    office character varying(40) NOT NULL,
    badge character varying(40) NOT NULL,
    revoked_at timestamp with time zone NOT NULL
);
CREATE TABLE public.sessions (
    office character varying(40) NOT NULL,
    token_hash character varying(64) NOT NULL,
    person uuid NOT NULL,
    terminal character varying(60) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    department character varying(20)
);
CREATE TABLE public.subjects (
    office character varying(40) NOT NULL,
    subject uuid NOT NULL,
    seq bigint NOT NULL
);
INSERT INTO public.alembic_version VALUES ('0005');
INSERT INTO public.arrivals VALUES ('hall', '66ea23e7-adc3-406b-8ec2-749d7c0d3062', '日本郵便', 2, '2020-10-31 01:40:04+00', '02', NULL, '198a831d-ec29-4890-a50e-d9df2c28d6dd', '2020-10-31 01:40:05+00', 2, 'closed');
INSERT INTO public.books_stamp VALUES ('79b311546b286cdc2006c43e060ef19368aa9af4bdffbb70815018c692b12429');
INSERT INTO public.credentials VALUES ('hall', '22f0c0dd-e592-498c-80a0-8e9df9f1f6c9', 'STNCQPFVMRXE6VV', '$argon2id$v=19$m=8,t=1,p=1$+2Moh1YQm7fznAua1pubjw$8XpqOTx8P2v0Asd/0/3fNKYzm5DrBWO6OgxUDFj579A', false);
INSERT INTO public.credentials VALUES ('hall', 'c787404b-d0bf-4f63-90d2-c0e270f032bb', 'STNZX2J3HS1NFZ6', '$argon2id$v=19$m=8,t=1,p=1$IHgZCCXJbsMGghn4Jc8Icw$azrSOcZ2f8Rvk3kn93avAYjrco5F/d/rs55Ud+jKknU', false);
INSERT INTO public.credentials VALUES ('hall', '198a831d-ec29-4890-a50e-d9df2c28d6dd', 'STN8Z6M6QJJ3609', '$argon2id$v=19$m=8,t=1,p=1$5ZwLKBAoAenMFe1qooodiw$xTH4L0S1+0WuMK0tsOwLm6sP//Dey/TUzRJRCXWt1QU', false);
INSERT INTO public.credentials VALUES ('hall', '6524dedf-7123-4c60-bb7c-f3a7e9aaff80', 'STNMYV4YNP43HSB', '$argon2id$v=19$m=8,t=1,p=1$Os9xiHXFzqsm6CK0ArsjDQ$CglfGYVrDfBEybmPUrN6rIhamTx3t693EZtI5SuKopA', false);
INSERT INTO public.credentials VALUES ('hall', '330b5f60-994c-46af-9e63-44ba579a0851', 'STN04P36F36F5A1', '$argon2id$v=19$m=8,t=1,p=1$+/W178vCaVuq69BVdedHuQ$bZo0byMqGviIu3dd9axhogBmEJ70Ekc5zOuRbdraavQ', false);
INSERT INTO public.credentials VALUES ('hall', 'b78f891e-cd6a-4a56-be68-4ee5ae766107', 'STNVNH4BHGQS293', '$argon2id$v=19$m=8,t=1,p=1$rU87vCkb8Ca/UAN/mfUaUA$fzuZTBDH8FnXN4hdpISW1Zi6Qj8uSFWnubz89MAoq7w', false);
INSERT INTO public.credentials VALUES ('hall', 'dae47642-1782-4dd8-a42e-468a5b81290f', 'STN5Z1GSM8R0AGV', '$argon2id$v=19$m=8,t=1,p=1$ABQsavlHNr+mz6L53JCP1A$Xip/l/p5ep5pcpW5/VIzltjs+6yKu7CQbc4pINLKvTk', false);
INSERT INTO public.credentials VALUES ('hall', 'e0861461-86de-4bb8-a171-6ef6a58ef22b', 'STNVTYBWNBC4HHS', '$argon2id$v=19$m=8,t=1,p=1$NeDsRT1cZwfDOpkxYMIbRQ$0fEv/wQEj+VZqx9PJLbcYYD1xB/uP5y1ycff0RCgV+k', false);
INSERT INTO public.departments VALUES ('hall', '01', '宿直室', 'しゅくちょくしつ', '[]', false, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '02', '総務', 'そうむ', '[]', true, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '03', '出納室', 'すいとうしつ', '["\u4f1a\u8a08\u8ab2"]', false, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '04', '経営企画', 'けいえいきかく', '["\u6c34\u9053"]', false, '[]', NULL, NULL, false);
INSERT INTO public.handover_items VALUES ('hall', '562e10dc-36c2-470e-89ba-989019b166be', '4b8c02c8-fd3a-449b-929a-1792959924a9', true, true, 'b78f891e-cd6a-4a56-be68-4ee5ae766107');
INSERT INTO public.handovers VALUES ('hall', '562e10dc-36c2-470e-89ba-989019b166be', '02', '03', '198a831d-ec29-4890-a50e-d9df2c28d6dd', '2020-10-31 01:40:13+00', 'sealed', '8703974958fa5722471271fa884fcf0033c4c412a7c3db40c87f89807ac60b05', '198a831d-ec29-4890-a50e-d9df2c28d6dd', 'b78f891e-cd6a-4a56-be68-4ee5ae766107', '2020-10-31 01:40:19+00', NULL, NULL, '[]', false, '2020-10-31 01:40:17+00', '2020-10-31 01:40:19+00');
INSERT INTO public.heads VALUES ('hall', 39, '1195a23bdd2ea60a0a3bfafd496c22f98b7e4d60126227b8e17a3586282e26e6', '2020-10-31 01:40:19+00');
INSERT INTO public.items VALUES ('hall', '08310bcd-c403-44d7-bcab-b34e48266585', '66ea23e7-adc3-406b-8ec2-749d7c0d3062', '20112345676', '{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '198a831d-ec29-4890-a50e-d9df2c28d6dd', '2020-10-31 01:40:07+00', 24, '02', '2020-10-31 01:40:07+00', 'held', '03', '198a831d-ec29-4890-a50e-d9df2c28d6dd', '6524dedf-7123-4c60-bb7c-f3a7e9aaff80', NULL, NULL, NULL, NULL, false, NULL, NULL, false);
INSERT INTO public.items VALUES ('hall', '4b8c02c8-fd3a-449b-929a-1792959924a9', '66ea23e7-adc3-406b-8ec2-749d7c0d3062', '13112383852', '{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '198a831d-ec29-4890-a50e-d9df2c28d6dd', '2020-10-31 01:40:06+00', 23, '03', '2020-10-31 01:40:19+00', 'held', '03', '198a831d-ec29-4890-a50e-d9df2c28d6dd', '6524dedf-7123-4c60-bb7c-f3a7e9aaff80', NULL, NULL, NULL, NULL, false, NULL, NULL, false);
INSERT INTO public.journal VALUES ('hall', 1, '5094e245-104d-4149-b3a2-1c12a053ffc6', 0, 'office_founded', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"5094e245-104d-4149-b3a2-1c12a053ffc6","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}', '90d76c34dbea5e6caaeb2d521830108d084929dbaffefe90a7a2da4d27ab3873');
INSERT INTO public.journal VALUES ('hall', 2, '5094e245-104d-4149-b3a2-1c12a053ffc6', 1, 'department_opened', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"5094e245-104d-4149-b3a2-1c12a053ffc6","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"90d76c34dbea5e6caaeb2d521830108d084929dbaffefe90a7a2da4d27ab3873","seq":2,"terminal":"console","version":1}', 'b98dd45f727222cd81b7903bf13f3f60aeb20cb7b88ac1d1ab74c357819a06b1');
INSERT INTO public.journal VALUES ('hall', 3, '5094e245-104d-4149-b3a2-1c12a053ffc6', 2, 'person_enrolled', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"5094e245-104d-4149-b3a2-1c12a053ffc6","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"0928ee7e6bf22de3ad1ffd94b341bac077c7493d0a9cbf4be130ebb38a5262cb","id":"50024dfa-b98b-4a0e-8aca-08df98239581"},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","roles":["administrator"],"since":null},"person":null,"position":2,"previous":"b98dd45f727222cd81b7903bf13f3f60aeb20cb7b88ac1d1ab74c357819a06b1","seq":3,"terminal":"console","version":2}', 'ea314289cc9bb2638f6c0638360012537512165962a24cda7432214c8c48b29a');
INSERT INTO public.journal VALUES ('hall', 4, '5094e245-104d-4149-b3a2-1c12a053ffc6', 3, 'badge_issued', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"5094e245-104d-4149-b3a2-1c12a053ffc6","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9"},"person":null,"position":3,"previous":"ea314289cc9bb2638f6c0638360012537512165962a24cda7432214c8c48b29a","seq":4,"terminal":"console","version":1}', '52389147ae97ba546c6f6c342748a46be6e94adddf34edd7c1a4aca541798558');
INSERT INTO public.journal VALUES ('hall', 5, 'f2740c87-6b7b-45e5-b06a-82700dc358ce', 0, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"f2740c87-6b7b-45e5-b06a-82700dc358ce","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":0,"previous":"52389147ae97ba546c6f6c342748a46be6e94adddf34edd7c1a4aca541798558","seq":5,"terminal":"test","version":1}', '2ef2591a8b6da5c94822fd32e2aa1c6e097e09bbf7a1eb2eb83e96f7fde0c653');
INSERT INTO public.journal VALUES ('hall', 6, 'f2740c87-6b7b-45e5-b06a-82700dc358ce', 1, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"f2740c87-6b7b-45e5-b06a-82700dc358ce","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":1,"previous":"2ef2591a8b6da5c94822fd32e2aa1c6e097e09bbf7a1eb2eb83e96f7fde0c653","seq":6,"terminal":"test","version":1}', 'd435ca46cf2199fda567e4cbdfcd7700159ccd658497ac40d5f8258776c11a40');
INSERT INTO public.journal VALUES ('hall', 7, 'f2740c87-6b7b-45e5-b06a-82700dc358ce', 2, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"f2740c87-6b7b-45e5-b06a-82700dc358ce","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":2,"previous":"d435ca46cf2199fda567e4cbdfcd7700159ccd658497ac40d5f8258776c11a40","seq":7,"terminal":"test","version":1}', 'afecc3ce740de0dcb6c411061027090a5243d7c2c966c8eff1a7d20f8bd0a5d5');
INSERT INTO public.journal VALUES ('hall', 8, '55c8a71b-daed-4579-901d-deb903a94d99', 0, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"fc652e1a78066ff08066eeff1b2d7363f382cd5b455c61737e71ef8f7cb240a6","id":"5ea71a7e-5166-4648-bb02-bc4ac198c9ef"},"person":"c787404b-d0bf-4f63-90d2-c0e270f032bb","roles":["duty_officer"],"since":null},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":0,"previous":"afecc3ce740de0dcb6c411061027090a5243d7c2c966c8eff1a7d20f8bd0a5d5","seq":8,"terminal":"test","version":2}', '61ae47aba85bb5664ec7354c891a6bafa83d3f1ba681ab73ee25bfcefa4d53da');
INSERT INTO public.journal VALUES ('hall', 9, '55c8a71b-daed-4579-901d-deb903a94d99', 1, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"e09ff493b5877d149b5dc5fe287bcfba69b09b0d8c5cfcb7cdb724c556dc3851","id":"c6d93578-9dcf-4b58-94f1-956b21bffdb0"},"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd","roles":["clerk"],"since":null},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":1,"previous":"61ae47aba85bb5664ec7354c891a6bafa83d3f1ba681ab73ee25bfcefa4d53da","seq":9,"terminal":"test","version":2}', '5fdaaaf52c192c13149b9560c3f407db5fe7e8ed149d56a7508c11b3700494c4');
INSERT INTO public.journal VALUES ('hall', 10, '55c8a71b-daed-4579-901d-deb903a94d99', 2, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"bb6361875653ff320aa3fa4698bf3690df2832675eb9cd30093c9f8ef16fef15","id":"487b3197-2ff1-4ae8-96cb-02007d4534ea"},"person":"6524dedf-7123-4c60-bb7c-f3a7e9aaff80","roles":["clerk"],"since":null},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":2,"previous":"5fdaaaf52c192c13149b9560c3f407db5fe7e8ed149d56a7508c11b3700494c4","seq":10,"terminal":"test","version":2}', '8bbb9aa7c8d6fa2a3987f3278fcf71f2b4d3187ea2adf81cf4f775288977171b');
INSERT INTO public.journal VALUES ('hall', 11, '55c8a71b-daed-4579-901d-deb903a94d99', 3, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"fd8a5ff9c55ffd6985b8bf0ea906ec13f3e8a473204bd68c98e401d2cece7e97","id":"c574c605-1372-41b4-8879-4a0e508a4da0"},"person":"330b5f60-994c-46af-9e63-44ba579a0851","roles":["supervisor"],"since":null},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":3,"previous":"8bbb9aa7c8d6fa2a3987f3278fcf71f2b4d3187ea2adf81cf4f775288977171b","seq":11,"terminal":"test","version":2}', '2cc0fd47db312ee09e7d1e0d81a269c2c98436f562caf07caa3de3999acba346');
INSERT INTO public.journal VALUES ('hall', 12, '55c8a71b-daed-4579-901d-deb903a94d99', 4, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"21b9f580837c009bbcda14f7474116a50f5e46638e144fc4952a222760e95640","id":"84fa30f1-d322-407f-9f91-984dc1efb587"},"person":"b78f891e-cd6a-4a56-be68-4ee5ae766107","roles":["receiver"],"since":null},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":4,"previous":"2cc0fd47db312ee09e7d1e0d81a269c2c98436f562caf07caa3de3999acba346","seq":12,"terminal":"test","version":2}', 'b01bfa2970339a520631f43e2a7a4a443225bd0697b3825fe7399ec2f15fb4b7');
INSERT INTO public.journal VALUES ('hall', 13, '55c8a71b-daed-4579-901d-deb903a94d99', 5, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"b911addf6ca5e53a938aab0ed46fc9407bc678a28ccb1bff00d1de8d88d8f2ea","id":"dee92353-9af2-4c8a-abe5-dee7ad09ddcb"},"person":"dae47642-1782-4dd8-a42e-468a5b81290f","roles":["receiver"],"since":null},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":5,"previous":"b01bfa2970339a520631f43e2a7a4a443225bd0697b3825fe7399ec2f15fb4b7","seq":13,"terminal":"test","version":2}', 'ca1de478cdd5bbf4b1bc59dd35ed673fcf558d965707a233e484609ce610b349');
INSERT INTO public.journal VALUES ('hall', 14, '55c8a71b-daed-4579-901d-deb903a94d99', 6, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"8b9fc066d644f397aa2abed337f340a8445427a84b7ffb4277f7becfe35e0c68","id":"98b4f443-4004-4a49-8818-6a168974a66a"},"person":"e0861461-86de-4bb8-a171-6ef6a58ef22b","roles":["receiver"],"since":null},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":6,"previous":"ca1de478cdd5bbf4b1bc59dd35ed673fcf558d965707a233e484609ce610b349","seq":14,"terminal":"test","version":2}', '1c45c1697d91146ef332dad3528713f820da43d7525a74af99653c6da336e48c');
INSERT INTO public.journal VALUES ('hall', 15, '55c8a71b-daed-4579-901d-deb903a94d99', 7, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"c787404b-d0bf-4f63-90d2-c0e270f032bb"},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":7,"previous":"1c45c1697d91146ef332dad3528713f820da43d7525a74af99653c6da336e48c","seq":15,"terminal":"test","version":1}', 'f5d5b5d6cb17e08711dc7a9f2ae66e2394b800401a9d9f594ca5ed3d396b7233');
INSERT INTO public.journal VALUES ('hall', 16, '55c8a71b-daed-4579-901d-deb903a94d99', 8, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd"},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":8,"previous":"f5d5b5d6cb17e08711dc7a9f2ae66e2394b800401a9d9f594ca5ed3d396b7233","seq":16,"terminal":"test","version":1}', 'b634c58c0e8e428c1f6788c74fc7cbf310d232ec417d3e85cc4bca3cb7faec34');
INSERT INTO public.journal VALUES ('hall', 17, '55c8a71b-daed-4579-901d-deb903a94d99', 9, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"6524dedf-7123-4c60-bb7c-f3a7e9aaff80"},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":9,"previous":"b634c58c0e8e428c1f6788c74fc7cbf310d232ec417d3e85cc4bca3cb7faec34","seq":17,"terminal":"test","version":1}', 'ac592a29ed352eb80beaa3cdf2131bccfba92b1769ac291668cab2144d9146b9');
INSERT INTO public.journal VALUES ('hall', 18, '55c8a71b-daed-4579-901d-deb903a94d99', 10, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"330b5f60-994c-46af-9e63-44ba579a0851"},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":10,"previous":"ac592a29ed352eb80beaa3cdf2131bccfba92b1769ac291668cab2144d9146b9","seq":18,"terminal":"test","version":1}', '3edb706a034070debf63c2ac9e4983dcf28e69024a941d2cf374c66aaecd3270');
INSERT INTO public.journal VALUES ('hall', 19, '55c8a71b-daed-4579-901d-deb903a94d99', 11, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"b78f891e-cd6a-4a56-be68-4ee5ae766107"},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":11,"previous":"3edb706a034070debf63c2ac9e4983dcf28e69024a941d2cf374c66aaecd3270","seq":19,"terminal":"test","version":1}', '0301559694af63dead818e6b47d6c39bf73c40171127af4725f72a4e0cba29b7');
INSERT INTO public.journal VALUES ('hall', 20, '55c8a71b-daed-4579-901d-deb903a94d99', 12, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"dae47642-1782-4dd8-a42e-468a5b81290f"},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":12,"previous":"0301559694af63dead818e6b47d6c39bf73c40171127af4725f72a4e0cba29b7","seq":20,"terminal":"test","version":1}', 'ca3df1d307612f27a5aa75a3c4ede511114c0eb6a181bf8b60fb46b2c3297e98');
INSERT INTO public.journal VALUES ('hall', 21, '55c8a71b-daed-4579-901d-deb903a94d99', 13, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"55c8a71b-daed-4579-901d-deb903a94d99","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"e0861461-86de-4bb8-a171-6ef6a58ef22b"},"person":"22f0c0dd-e592-498c-80a0-8e9df9f1f6c9","position":13,"previous":"ca3df1d307612f27a5aa75a3c4ede511114c0eb6a181bf8b60fb46b2c3297e98","seq":21,"terminal":"test","version":1}', '4169da3cf9224af206965561e36a8d7ec58e8230a9ba099a16f49851558fd7bf');
INSERT INTO public.journal VALUES ('hall', 22, '66ea23e7-adc3-406b-8ec2-749d7c0d3062', 0, 'arrival_opened', '{"act":"open_arrival","at":"2020-10-31T01:40:05.000000Z","deed":"66ea23e7-adc3-406b-8ec2-749d7c0d3062","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"66ea23e7-adc3-406b-8ec2-749d7c0d3062","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd","position":0,"previous":"4169da3cf9224af206965561e36a8d7ec58e8230a9ba099a16f49851558fd7bf","seq":22,"terminal":"test","version":1}', '5ae6b1c4318f0bb2e8ba4df7e192419ad83f5c08f368351be38468fc0f0c6330');
INSERT INTO public.journal VALUES ('hall', 23, '4b8c02c8-fd3a-449b-929a-1792959924a9', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"4b8c02c8-fd3a-449b-929a-1792959924a9","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"66ea23e7-adc3-406b-8ec2-749d7c0d3062","expected":null,"item":"4b8c02c8-fd3a-449b-929a-1792959924a9","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd","position":0,"previous":"5ae6b1c4318f0bb2e8ba4df7e192419ad83f5c08f368351be38468fc0f0c6330","seq":23,"terminal":"test","version":1}', '0c3e742ccadcb936753e75815ab2c5a09c3e40677f3e2838d9dbe924473c4a0f');
INSERT INTO public.journal VALUES ('hall', 24, '08310bcd-c403-44d7-bcab-b34e48266585', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:07.000000Z","deed":"08310bcd-c403-44d7-bcab-b34e48266585","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"66ea23e7-adc3-406b-8ec2-749d7c0d3062","expected":null,"item":"08310bcd-c403-44d7-bcab-b34e48266585","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd","position":0,"previous":"0c3e742ccadcb936753e75815ab2c5a09c3e40677f3e2838d9dbe924473c4a0f","seq":24,"terminal":"test","version":1}', '36db53bed9f944d9ede2d129e0d77e6bf02c98e6b83c73414ea39d951ee1eb79');
INSERT INTO public.journal VALUES ('hall', 25, '13792602-f83f-4960-9442-c97a6c759e9a', 0, 'arrival_closed', '{"act":"close_arrival","at":"2020-10-31T01:40:08.000000Z","deed":"13792602-f83f-4960-9442-c97a6c759e9a","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"66ea23e7-adc3-406b-8ec2-749d7c0d3062","count":2},"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd","position":0,"previous":"36db53bed9f944d9ede2d129e0d77e6bf02c98e6b83c73414ea39d951ee1eb79","seq":25,"terminal":"test","version":1}', '990386c480c36a37a3d0cb38e072ac4faa77fe61c7257d2fb542493fd38c128d');
INSERT INTO public.journal VALUES ('hall', 26, '073913ca-c07a-4fbd-9fc9-6394deba39d6', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:09.000000Z","deed":"073913ca-c07a-4fbd-9fc9-6394deba39d6","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"4b8c02c8-fd3a-449b-929a-1792959924a9"},"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd","position":0,"previous":"990386c480c36a37a3d0cb38e072ac4faa77fe61c7257d2fb542493fd38c128d","seq":26,"terminal":"test","version":1}', '48a53986506c94fe270945b708f4ee27846dee637e166cc2ffb11cf263b80566');
INSERT INTO public.journal VALUES ('hall', 27, 'e6672bb0-4c26-4488-af42-1046a9ceeb09', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"e6672bb0-4c26-4488-af42-1046a9ceeb09","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"4b8c02c8-fd3a-449b-929a-1792959924a9"},"person":"6524dedf-7123-4c60-bb7c-f3a7e9aaff80","position":0,"previous":"48a53986506c94fe270945b708f4ee27846dee637e166cc2ffb11cf263b80566","seq":27,"terminal":"test","version":1}', 'fc5a8ce6601e1fb29068d4b51d519e1cb2a3fe4f641285ac28a2fc2006e4118e');
INSERT INTO public.journal VALUES ('hall', 28, 'e6672bb0-4c26-4488-af42-1046a9ceeb09', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"e6672bb0-4c26-4488-af42-1046a9ceeb09","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"6524dedf-7123-4c60-bb7c-f3a7e9aaff80","department":"03","first_by":"198a831d-ec29-4890-a50e-d9df2c28d6dd","item":"4b8c02c8-fd3a-449b-929a-1792959924a9"},"person":"6524dedf-7123-4c60-bb7c-f3a7e9aaff80","position":1,"previous":"fc5a8ce6601e1fb29068d4b51d519e1cb2a3fe4f641285ac28a2fc2006e4118e","seq":28,"terminal":"test","version":1}', 'b6b3717560082de8914a1e0b91c08f96482f64c6de1435fdbf2bcc103985a810');
INSERT INTO public.journal VALUES ('hall', 29, '1539aa26-cd3b-46ce-9a88-3c2b5e082dcd', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:11.000000Z","deed":"1539aa26-cd3b-46ce-9a88-3c2b5e082dcd","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"08310bcd-c403-44d7-bcab-b34e48266585"},"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd","position":0,"previous":"b6b3717560082de8914a1e0b91c08f96482f64c6de1435fdbf2bcc103985a810","seq":29,"terminal":"test","version":1}', '3da31c070bf3ed23db539a42715b843568a415f521d04f46778d023bdb659f44');
INSERT INTO public.journal VALUES ('hall', 30, '04675ca4-f982-4ca2-b007-08ba281a16a6', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"04675ca4-f982-4ca2-b007-08ba281a16a6","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"08310bcd-c403-44d7-bcab-b34e48266585"},"person":"6524dedf-7123-4c60-bb7c-f3a7e9aaff80","position":0,"previous":"3da31c070bf3ed23db539a42715b843568a415f521d04f46778d023bdb659f44","seq":30,"terminal":"test","version":1}', '5b7a84ec67bb048258c745fceb09c6059824c68ad2f9f8188676510ef68e7a1a');
INSERT INTO public.journal VALUES ('hall', 31, '04675ca4-f982-4ca2-b007-08ba281a16a6', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"04675ca4-f982-4ca2-b007-08ba281a16a6","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"6524dedf-7123-4c60-bb7c-f3a7e9aaff80","department":"03","first_by":"198a831d-ec29-4890-a50e-d9df2c28d6dd","item":"08310bcd-c403-44d7-bcab-b34e48266585"},"person":"6524dedf-7123-4c60-bb7c-f3a7e9aaff80","position":1,"previous":"5b7a84ec67bb048258c745fceb09c6059824c68ad2f9f8188676510ef68e7a1a","seq":31,"terminal":"test","version":1}', '03cdc2d5501cced8e79239ab1fe669a90869006e2234ff73beec4bd3b1a24118');
INSERT INTO public.journal VALUES ('hall', 32, '562e10dc-36c2-470e-89ba-989019b166be', 0, 'handover_opened', '{"act":"open_handover","at":"2020-10-31T01:40:13.000000Z","deed":"562e10dc-36c2-470e-89ba-989019b166be","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","giver_person":null,"handover":"562e10dc-36c2-470e-89ba-989019b166be","receiver":"03","receiver_person":null},"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd","position":0,"previous":"03cdc2d5501cced8e79239ab1fe669a90869006e2234ff73beec4bd3b1a24118","seq":32,"terminal":"test","version":2}', 'c91113abcf0a39f291797e85590b851b1cd8e2a636f23b2a344e2e3e0c3c1741');
INSERT INTO public.journal VALUES ('hall', 33, '66a8a8ab-c737-4a41-80d2-a78b6b58b86a', 0, 'item_offered', '{"act":"offer","at":"2020-10-31T01:40:14.000000Z","deed":"66a8a8ab-c737-4a41-80d2-a78b6b58b86a","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"562e10dc-36c2-470e-89ba-989019b166be","item":"4b8c02c8-fd3a-449b-929a-1792959924a9"},"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd","position":0,"previous":"c91113abcf0a39f291797e85590b851b1cd8e2a636f23b2a344e2e3e0c3c1741","seq":33,"terminal":"test","version":1}', 'da023e95fc49c59f563ad5d8e861d1a442fe345c1690588bd8ef35c1c3dd45d4');
INSERT INTO public.journal VALUES ('hall', 34, '3f3d1f46-4494-413a-b92c-4d726633c2fe', 0, 'set_offered', '{"act":"finish_offer","at":"2020-10-31T01:40:15.000000Z","deed":"3f3d1f46-4494-413a-b92c-4d726633c2fe","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"562e10dc-36c2-470e-89ba-989019b166be"},"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd","position":0,"previous":"da023e95fc49c59f563ad5d8e861d1a442fe345c1690588bd8ef35c1c3dd45d4","seq":34,"terminal":"test","version":1}', 'f98b14f3167cc52bdea06d327a1f6f3fa49ae2ec387fe68fbba2cb5b6fb46e68');
INSERT INTO public.journal VALUES ('hall', 35, '687e538e-dc47-48b6-b033-f7af4364f0d6', 0, 'item_received', '{"act":"receive","at":"2020-10-31T01:40:16.000000Z","deed":"687e538e-dc47-48b6-b033-f7af4364f0d6","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"by":null,"handover":"562e10dc-36c2-470e-89ba-989019b166be","item":"4b8c02c8-fd3a-449b-929a-1792959924a9"},"person":"b78f891e-cd6a-4a56-be68-4ee5ae766107","position":0,"previous":"f98b14f3167cc52bdea06d327a1f6f3fa49ae2ec387fe68fbba2cb5b6fb46e68","seq":35,"terminal":"test","version":2}', 'dd14ac4ba3d66a1017b3e73e68c85402873d372e3c32c8d0108f00bfc6dd2a54');
INSERT INTO public.journal VALUES ('hall', 36, '09b0d6bc-a15d-479c-afcb-e8568192451d', 0, 'count_finished', '{"act":"finish_count","at":"2020-10-31T01:40:17.000000Z","deed":"09b0d6bc-a15d-479c-afcb-e8568192451d","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"agreed_at":"2020-10-31T01:40:17Z","digest":"8703974958fa5722471271fa884fcf0033c4c412a7c3db40c87f89807ac60b05","extra":[],"handover":"562e10dc-36c2-470e-89ba-989019b166be","missing":[],"offered_count":1,"received_count":1},"person":"b78f891e-cd6a-4a56-be68-4ee5ae766107","position":0,"previous":"dd14ac4ba3d66a1017b3e73e68c85402873d372e3c32c8d0108f00bfc6dd2a54","seq":36,"terminal":"test","version":2}', 'c7f27cc65a1117c658c2bfa3c861a9f4a857e779602bcd7d5f90770d54559aa4');
INSERT INTO public.journal VALUES ('hall', 37, 'ae87b0a2-d940-491d-911a-e52ff2ac5051', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"ae87b0a2-d940-491d-911a-e52ff2ac5051","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"8703974958fa5722471271fa884fcf0033c4c412a7c3db40c87f89807ac60b05","handover":"562e10dc-36c2-470e-89ba-989019b166be","side":"giver","signer":"198a831d-ec29-4890-a50e-d9df2c28d6dd"},"person":"198a831d-ec29-4890-a50e-d9df2c28d6dd","position":0,"previous":"c7f27cc65a1117c658c2bfa3c861a9f4a857e779602bcd7d5f90770d54559aa4","seq":37,"terminal":"test","version":1}', '3b04ebc428802155ce7792891f8475bd605ff080f33fbdc98d478de1059c323d');
INSERT INTO public.journal VALUES ('hall', 38, 'b52d04c5-9190-4a99-8b10-8724c98797ba', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"b52d04c5-9190-4a99-8b10-8724c98797ba","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"8703974958fa5722471271fa884fcf0033c4c412a7c3db40c87f89807ac60b05","handover":"562e10dc-36c2-470e-89ba-989019b166be","side":"receiver","signer":"b78f891e-cd6a-4a56-be68-4ee5ae766107"},"person":"b78f891e-cd6a-4a56-be68-4ee5ae766107","position":0,"previous":"3b04ebc428802155ce7792891f8475bd605ff080f33fbdc98d478de1059c323d","seq":38,"terminal":"test","version":1}', '84adf469ac0f06da7cf8cb74c966e600d6399b0c6f18deca619fae1ff4430265');
INSERT INTO public.journal VALUES ('hall', 39, 'b52d04c5-9190-4a99-8b10-8724c98797ba', 1, 'handover_sealed', '{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"b52d04c5-9190-4a99-8b10-8724c98797ba","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"8703974958fa5722471271fa884fcf0033c4c412a7c3db40c87f89807ac60b05","giver":"02","giver_signer":"198a831d-ec29-4890-a50e-d9df2c28d6dd","handover":"562e10dc-36c2-470e-89ba-989019b166be","items":["4b8c02c8-fd3a-449b-929a-1792959924a9"],"receiver":"03","receiver_signer":"b78f891e-cd6a-4a56-be68-4ee5ae766107"},"person":"b78f891e-cd6a-4a56-be68-4ee5ae766107","position":1,"previous":"84adf469ac0f06da7cf8cb74c966e600d6399b0c6f18deca619fae1ff4430265","seq":39,"terminal":"test","version":1}', '1195a23bdd2ea60a0a3bfafd496c22f98b7e4d60126227b8e17a3586282e26e6');
INSERT INTO public.people VALUES ('hall', '22f0c0dd-e592-498c-80a0-8e9df9f1f6c9', '50024dfa-b98b-4a0e-8aca-08df98239581', '0928ee7e6bf22de3ad1ffd94b341bac077c7493d0a9cbf4be130ebb38a5262cb', '[{"department": "01", "roles": ["administrator"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'c787404b-d0bf-4f63-90d2-c0e270f032bb', '5ea71a7e-5166-4648-bb02-bc4ac198c9ef', 'fc652e1a78066ff08066eeff1b2d7363f382cd5b455c61737e71ef8f7cb240a6', '[{"department": "01", "roles": ["duty_officer"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '198a831d-ec29-4890-a50e-d9df2c28d6dd', 'c6d93578-9dcf-4b58-94f1-956b21bffdb0', 'e09ff493b5877d149b5dc5fe287bcfba69b09b0d8c5cfcb7cdb724c556dc3851', '[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '6524dedf-7123-4c60-bb7c-f3a7e9aaff80', '487b3197-2ff1-4ae8-96cb-02007d4534ea', 'bb6361875653ff320aa3fa4698bf3690df2832675eb9cd30093c9f8ef16fef15', '[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '330b5f60-994c-46af-9e63-44ba579a0851', 'c574c605-1372-41b4-8879-4a0e508a4da0', 'fd8a5ff9c55ffd6985b8bf0ea906ec13f3e8a473204bd68c98e401d2cece7e97', '[{"department": "02", "roles": ["supervisor"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'b78f891e-cd6a-4a56-be68-4ee5ae766107', '84fa30f1-d322-407f-9f91-984dc1efb587', '21b9f580837c009bbcda14f7474116a50f5e46638e144fc4952a222760e95640', '[{"department": "03", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'dae47642-1782-4dd8-a42e-468a5b81290f', 'dee92353-9af2-4c8a-abe5-dee7ad09ddcb', 'b911addf6ca5e53a938aab0ed46fc9407bc678a28ccb1bff00d1de8d88d8f2ea', '[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'e0861461-86de-4bb8-a171-6ef6a58ef22b', '98b4f443-4004-4a49-8818-6a168974a66a', '8b9fc066d644f397aa2abed337f340a8445427a84b7ffb4277f7becfe35e0c68', '[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.personal_data VALUES ('hall', '50024dfa-b98b-4a0e-8aca-08df98239581', 'text/plain; charset=utf-8', '\x6ca0667f3b9f888263010353a6fd2895', '\xe7aea1e79086e88085', '2020-10-31 01:40:01+00');
INSERT INTO public.personal_data VALUES ('hall', '5ea71a7e-5166-4648-bb02-bc4ac198c9ef', 'text/plain; charset=utf-8', '\x827305e35ee99766aaaff3384deacab6', '\x64757479', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '487b3197-2ff1-4ae8-96cb-02007d4534ea', 'text/plain; charset=utf-8', '\xd79ffa9dcdfabda8c06a56b8cf8c2402', '\x636c65726b32', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '98b4f443-4004-4a49-8818-6a168974a66a', 'text/plain; charset=utf-8', '\xc7f92043ac455eb0fc14af287b5d5c66', '\x776174657232', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '84fa30f1-d322-407f-9f91-984dc1efb587', 'text/plain; charset=utf-8', '\x3046f7549ad465ac96e9f08e91f20e46', '\x747265617375726572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'c574c605-1372-41b4-8879-4a0e508a4da0', 'text/plain; charset=utf-8', '\x177e467586357ef96d5ca204a45940d4', '\x73757065727669736f72', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'c6d93578-9dcf-4b58-94f1-956b21bffdb0', 'text/plain; charset=utf-8', '\x72873035cdf50d9fdf70d3d072946f88', '\x636c65726b', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'dee92353-9af2-4c8a-abe5-dee7ad09ddcb', 'text/plain; charset=utf-8', '\xc15b3bc0345bf3486b792e8c7bbc7134', '\x7761746572', '2020-10-31 01:40:03+00');
INSERT INTO public.subjects VALUES ('hall', '22f0c0dd-e592-498c-80a0-8e9df9f1f6c9', 3);
INSERT INTO public.subjects VALUES ('hall', '22f0c0dd-e592-498c-80a0-8e9df9f1f6c9', 4);
INSERT INTO public.subjects VALUES ('hall', 'c787404b-d0bf-4f63-90d2-c0e270f032bb', 8);
INSERT INTO public.subjects VALUES ('hall', '198a831d-ec29-4890-a50e-d9df2c28d6dd', 9);
INSERT INTO public.subjects VALUES ('hall', '6524dedf-7123-4c60-bb7c-f3a7e9aaff80', 10);
INSERT INTO public.subjects VALUES ('hall', '330b5f60-994c-46af-9e63-44ba579a0851', 11);
INSERT INTO public.subjects VALUES ('hall', 'b78f891e-cd6a-4a56-be68-4ee5ae766107', 12);
INSERT INTO public.subjects VALUES ('hall', 'dae47642-1782-4dd8-a42e-468a5b81290f', 13);
INSERT INTO public.subjects VALUES ('hall', 'e0861461-86de-4bb8-a171-6ef6a58ef22b', 14);
INSERT INTO public.subjects VALUES ('hall', 'c787404b-d0bf-4f63-90d2-c0e270f032bb', 15);
INSERT INTO public.subjects VALUES ('hall', '198a831d-ec29-4890-a50e-d9df2c28d6dd', 16);
INSERT INTO public.subjects VALUES ('hall', '6524dedf-7123-4c60-bb7c-f3a7e9aaff80', 17);
INSERT INTO public.subjects VALUES ('hall', '330b5f60-994c-46af-9e63-44ba579a0851', 18);
INSERT INTO public.subjects VALUES ('hall', 'b78f891e-cd6a-4a56-be68-4ee5ae766107', 19);
INSERT INTO public.subjects VALUES ('hall', 'dae47642-1782-4dd8-a42e-468a5b81290f', 20);
INSERT INTO public.subjects VALUES ('hall', 'e0861461-86de-4bb8-a171-6ef6a58ef22b', 21);
INSERT INTO public.subjects VALUES ('hall', '66ea23e7-adc3-406b-8ec2-749d7c0d3062', 22);
INSERT INTO public.subjects VALUES ('hall', '4b8c02c8-fd3a-449b-929a-1792959924a9', 23);
INSERT INTO public.subjects VALUES ('hall', '66ea23e7-adc3-406b-8ec2-749d7c0d3062', 23);
INSERT INTO public.subjects VALUES ('hall', '66ea23e7-adc3-406b-8ec2-749d7c0d3062', 24);
INSERT INTO public.subjects VALUES ('hall', '08310bcd-c403-44d7-bcab-b34e48266585', 24);
INSERT INTO public.subjects VALUES ('hall', '66ea23e7-adc3-406b-8ec2-749d7c0d3062', 25);
INSERT INTO public.subjects VALUES ('hall', '4b8c02c8-fd3a-449b-929a-1792959924a9', 26);
INSERT INTO public.subjects VALUES ('hall', '4b8c02c8-fd3a-449b-929a-1792959924a9', 27);
INSERT INTO public.subjects VALUES ('hall', '4b8c02c8-fd3a-449b-929a-1792959924a9', 28);
INSERT INTO public.subjects VALUES ('hall', '08310bcd-c403-44d7-bcab-b34e48266585', 29);
INSERT INTO public.subjects VALUES ('hall', '08310bcd-c403-44d7-bcab-b34e48266585', 30);
INSERT INTO public.subjects VALUES ('hall', '08310bcd-c403-44d7-bcab-b34e48266585', 31);
INSERT INTO public.subjects VALUES ('hall', '562e10dc-36c2-470e-89ba-989019b166be', 32);
INSERT INTO public.subjects VALUES ('hall', '4b8c02c8-fd3a-449b-929a-1792959924a9', 33);
INSERT INTO public.subjects VALUES ('hall', '562e10dc-36c2-470e-89ba-989019b166be', 33);
INSERT INTO public.subjects VALUES ('hall', '562e10dc-36c2-470e-89ba-989019b166be', 34);
INSERT INTO public.subjects VALUES ('hall', '4b8c02c8-fd3a-449b-929a-1792959924a9', 35);
INSERT INTO public.subjects VALUES ('hall', '562e10dc-36c2-470e-89ba-989019b166be', 35);
INSERT INTO public.subjects VALUES ('hall', '562e10dc-36c2-470e-89ba-989019b166be', 36);
INSERT INTO public.subjects VALUES ('hall', '562e10dc-36c2-470e-89ba-989019b166be', 37);
INSERT INTO public.subjects VALUES ('hall', '562e10dc-36c2-470e-89ba-989019b166be', 38);
INSERT INTO public.subjects VALUES ('hall', '4b8c02c8-fd3a-449b-929a-1792959924a9', 39);
INSERT INTO public.subjects VALUES ('hall', '562e10dc-36c2-470e-89ba-989019b166be', 39);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.arrivals
    ADD CONSTRAINT pk_arrivals PRIMARY KEY (office, id);
ALTER TABLE ONLY public.books_stamp
    ADD CONSTRAINT pk_books_stamp PRIMARY KEY (digest);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT pk_cases PRIMARY KEY (office, id);
ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT pk_contacts PRIMARY KEY (office, person);
ALTER TABLE ONLY public.credentials
    ADD CONSTRAINT pk_credentials PRIMARY KEY (office, person);
ALTER TABLE ONLY public.departments
    ADD CONSTRAINT pk_departments PRIMARY KEY (office, id);
ALTER TABLE ONLY public.expected_items
    ADD CONSTRAINT pk_expected_items PRIMARY KEY (office, id);
ALTER TABLE ONLY public.handover_items
    ADD CONSTRAINT pk_handover_items PRIMARY KEY (office, handover, item);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT pk_handovers PRIMARY KEY (office, id);
ALTER TABLE ONLY public.heads
    ADD CONSTRAINT pk_heads PRIMARY KEY (office);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT pk_items PRIMARY KEY (office, id);
ALTER TABLE ONLY public.journal
    ADD CONSTRAINT pk_journal PRIMARY KEY (office, seq);
ALTER TABLE ONLY public.mails
    ADD CONSTRAINT pk_mails PRIMARY KEY (office, notice, person);
ALTER TABLE ONLY public.notices
    ADD CONSTRAINT pk_notices PRIMARY KEY (office, id);
ALTER TABLE ONLY public.people
    ADD CONSTRAINT pk_people PRIMARY KEY (office, id);
ALTER TABLE ONLY public.personal_data
    ADD CONSTRAINT pk_personal_data PRIMARY KEY (office, id);
ALTER TABLE ONLY public.pin_tries
    ADD CONSTRAINT pk_pin_tries PRIMARY KEY (office, person, terminal);
ALTER TABLE ONLY public.revoked_badges
    ADD CONSTRAINT pk_revoked_badges PRIMARY KEY (office, badge);
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT pk_sessions PRIMARY KEY (office, token_hash);
ALTER TABLE ONLY public.subjects
    ADD CONSTRAINT pk_subjects PRIMARY KEY (office, subject, seq);
ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT uq_contacts_office_staff_number UNIQUE (office, staff_number);
ALTER TABLE ONLY public.credentials
    ADD CONSTRAINT uq_credentials_office_badge UNIQUE (office, badge);
ALTER TABLE ONLY public.journal
    ADD CONSTRAINT uq_journal_office_deed_position UNIQUE (office, deed, "position");
CREATE INDEX ix_arrivals_office_status ON public.arrivals USING btree (office, status);
CREATE INDEX ix_cases_office_arrival ON public.cases USING btree (office, arrival);
CREATE INDEX ix_cases_office_handover ON public.cases USING btree (office, handover);
CREATE INDEX ix_cases_office_item ON public.cases USING btree (office, item);
CREATE INDEX ix_expected_items_office_list ON public.expected_items USING btree (office, list);
CREATE INDEX ix_expected_items_office_number ON public.expected_items USING btree (office, number);
CREATE INDEX ix_handover_items_office_item ON public.handover_items USING btree (office, item);
CREATE INDEX ix_handovers_office_phase ON public.handovers USING btree (office, phase);
CREATE INDEX ix_items_office_arrival ON public.items USING btree (office, arrival);
CREATE INDEX ix_items_office_holder_status ON public.items USING btree (office, holder, status);
CREATE INDEX ix_items_office_number ON public.items USING btree (office, number);
CREATE INDEX ix_mails_office_due_at ON public.mails USING btree (office, due_at);
CREATE INDEX ix_notices_office_at ON public.notices USING btree (office, at);
CREATE TRIGGER handover_items_in_one BEFORE INSERT OR UPDATE ON public.handover_items FOR EACH ROW EXECUTE FUNCTION public.station_one_open();
CREATE TRIGGER handover_items_refuse_truncate BEFORE TRUNCATE ON public.handover_items FOR EACH STATEMENT EXECUTE FUNCTION public.station_keep_sealed();
CREATE TRIGGER handover_items_stay_sealed BEFORE INSERT OR DELETE OR UPDATE ON public.handover_items FOR EACH ROW EXECUTE FUNCTION public.station_sealed_set();
CREATE TRIGGER handovers_refuse_delete BEFORE DELETE ON public.handovers FOR EACH ROW EXECUTE FUNCTION public.station_keep_sealed();
CREATE TRIGGER handovers_refuse_truncate BEFORE TRUNCATE ON public.handovers FOR EACH STATEMENT EXECUTE FUNCTION public.station_keep_sealed();
CREATE TRIGGER handovers_seal BEFORE INSERT OR UPDATE ON public.handovers FOR EACH ROW EXECUTE FUNCTION public.station_seal();
CREATE TRIGGER journal_in_order BEFORE INSERT ON public.journal FOR EACH ROW EXECUTE FUNCTION public.station_in_order();
CREATE TRIGGER journal_refuses_change BEFORE DELETE OR UPDATE ON public.journal FOR EACH ROW EXECUTE FUNCTION public.station_append_only();
CREATE TRIGGER journal_refuses_truncate BEFORE TRUNCATE ON public.journal FOR EACH STATEMENT EXECUTE FUNCTION public.station_append_only();
ALTER TABLE ONLY public.arrivals
    ADD CONSTRAINT fk_arrivals_office_department FOREIGN KEY (office, department) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.arrivals
    ADD CONSTRAINT fk_arrivals_office_opened_by FOREIGN KEY (office, opened_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_arrival FOREIGN KEY (office, arrival) REFERENCES public.arrivals(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_author FOREIGN KEY (office, author) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_handover FOREIGN KEY (office, handover) REFERENCES public.handovers(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_item FOREIGN KEY (office, item) REFERENCES public.items(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_proposed_by FOREIGN KEY (office, proposed_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_settled_by FOREIGN KEY (office, settled_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.expected_items
    ADD CONSTRAINT fk_expected_items_office_department FOREIGN KEY (office, department) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.handover_items
    ADD CONSTRAINT fk_handover_items_office_handover FOREIGN KEY (office, handover) REFERENCES public.handovers(office, id);
ALTER TABLE ONLY public.handover_items
    ADD CONSTRAINT fk_handover_items_office_item FOREIGN KEY (office, item) REFERENCES public.items(office, id);
ALTER TABLE ONLY public.handover_items
    ADD CONSTRAINT fk_handover_items_office_received_by FOREIGN KEY (office, received_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_office_giver FOREIGN KEY (office, giver) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_office_giver_person FOREIGN KEY (office, giver_person) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_office_giver_signer FOREIGN KEY (office, giver_signer) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_office_opened_by FOREIGN KEY (office, opened_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_office_receiver FOREIGN KEY (office, receiver) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_office_receiver_person FOREIGN KEY (office, receiver_person) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_office_receiver_signer FOREIGN KEY (office, receiver_signer) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_arrival FOREIGN KEY (office, arrival) REFERENCES public.arrivals(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_expected FOREIGN KEY (office, expected) REFERENCES public.expected_items(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_handover FOREIGN KEY (office, handover) REFERENCES public.handovers(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_holder FOREIGN KEY (office, holder) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_keeper FOREIGN KEY (office, keeper) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_route FOREIGN KEY (office, route) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_route_check_by FOREIGN KEY (office, route_check_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_route_first_by FOREIGN KEY (office, route_first_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_taken_in_by FOREIGN KEY (office, taken_in_by) REFERENCES public.people(office, id);
