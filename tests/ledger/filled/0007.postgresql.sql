CREATE FUNCTION public.station_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN RAISE EXCEPTION 'law: the journal is append-only'; END $$;
CREATE FUNCTION public.station_day_close() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        -- Nested, because TRUNCATE has no row to look into, and INSERT no OLD one.
        IF TG_OP = 'TRUNCATE' THEN
            RAISE EXCEPTION 'law: a closed day stays as it is';
        END IF;
        IF TG_OP = 'INSERT' THEN
            IF NEW.status <> 'counting' THEN
                RAISE EXCEPTION 'law: a day close begins with counting';
            END IF;
            RETURN NEW;
        END IF;
        IF OLD.status IN ('closed', 'closed_with_difference') THEN
            RAISE EXCEPTION 'law: a closed day stays as it is';
        END IF;
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        IF NEW.status = 'closed' AND EXISTS (SELECT 1 FROM items i
            WHERE i.office = NEW.office AND i.holder = NEW.department AND i.status = 'held'
            AND NOT EXISTS (SELECT 1 FROM count_scans s WHERE s.office = NEW.office
                AND s.day_close = NEW.id AND s.item = i.id AND NOT s.is_taken_back)) THEN
            RAISE EXCEPTION 'law: a closed day has every piece counted';
        END IF;
        RETURN NEW;
    END $$;
CREATE FUNCTION public.station_day_count() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    DECLARE scan count_scans := COALESCE(OLD, NEW);
    BEGIN
        IF TG_OP = 'TRUNCATE' OR EXISTS (SELECT 1 FROM day_closes d
            WHERE d.office = scan.office AND d.id = scan.day_close
            AND d.status IN ('closed', 'closed_with_difference')) THEN
            RAISE EXCEPTION 'law: the count of a closed day stays as it is';
        END IF;
        RETURN COALESCE(NEW, OLD);
    END $$;
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
    slips json NOT NULL,
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
    day_close uuid,
    department character varying(20),
    day date,
    proposal uuid,
    proposed_settlement character varying(30),
    proposed_by uuid,
    proposed_reason text,
    proposed_seen text,
    settlement character varying(30),
    settled_by uuid,
    settled_at timestamp with time zone,
    reason text,
    expected uuid,
    CONSTRAINT ck_cases_let_go_by_two CHECK (((settlement IS NULL) OR ((settlement)::text <> ALL ((ARRAY['close_with_difference'::character varying, 'declare_lost'::character varying, 'void_item'::character varying])::text[])) OR ((proposed_by IS NOT NULL) AND (settled_by <> proposed_by)))),
    CONSTRAINT ck_cases_settled_with_reason CHECK ((((settlement IS NULL) = (reason IS NULL)) AND ((settled_by IS NULL) = (reason IS NULL)) AND ((settled_at IS NULL) = (reason IS NULL))))
);
CREATE TABLE public.closing_days (
    office character varying(40) NOT NULL,
    id character varying(20) NOT NULL,
    until date NOT NULL,
    days json NOT NULL,
    yearly json NOT NULL
);
CREATE TABLE public.contacts (
    office character varying(40) NOT NULL,
    person uuid NOT NULL,
    staff_number character varying(40),
    email character varying(254),
    language character varying(8) NOT NULL
);
CREATE TABLE public.count_scans (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    day_close uuid NOT NULL,
    scan json NOT NULL,
    item uuid,
    was_held boolean NOT NULL,
    by uuid NOT NULL,
    seq bigint NOT NULL,
    is_taken_back boolean NOT NULL
);
CREATE TABLE public.credentials (
    office character varying(40) NOT NULL,
    person uuid NOT NULL,
    badge character varying(40) NOT NULL,
    pin_hash character varying(200) NOT NULL,
    pin_is_once boolean DEFAULT false NOT NULL
);
CREATE TABLE public.day_closes (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    department character varying(20) NOT NULL,
    day date NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    status character varying(30) NOT NULL
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
CREATE TABLE public.devices (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    name character varying(40) NOT NULL,
    department character varying(20) NOT NULL,
    keeper uuid NOT NULL,
    purpose character varying(20) NOT NULL,
    token_hash character varying(64) NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    seen_at timestamp with time zone,
    counted_from timestamp with time zone,
    uses integer NOT NULL
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
    due date NOT NULL,
    item uuid,
    is_withdrawn boolean NOT NULL,
    missed date
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
CREATE TABLE public.incidents (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    item uuid NOT NULL,
    "case" uuid NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    "end" character varying(12),
    closed_at timestamp with time zone,
    CONSTRAINT ck_incidents_closed_with_end CHECK ((("end" IS NULL) = (closed_at IS NULL)))
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
    moved_at timestamp with time zone NOT NULL,
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
    service character varying(40),
    service_from character varying(12),
    signature_taken boolean,
    is_confidential boolean NOT NULL,
    amount_yen integer,
    opening_first_by uuid,
    opening_second_by uuid,
    CONSTRAINT ck_items_amount_not_negative CHECK ((amount_yen >= 0)),
    CONSTRAINT ck_items_opening_begun_by_one CHECK (((opening_second_by IS NULL) OR (opening_first_by IS NOT NULL))),
    CONSTRAINT ck_items_opening_by_two CHECK ((opening_first_by <> opening_second_by)),
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
CREATE TABLE public.labels (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    serial integer NOT NULL,
    number character varying(60) NOT NULL,
    description_id uuid,
    description_digest character varying(64),
    CONSTRAINT ck_labels_serial_positive CHECK ((serial > 0))
);
CREATE TABLE public.listings (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    list uuid NOT NULL,
    expected uuid NOT NULL
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
CREATE TABLE public.searches (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    incident uuid NOT NULL,
    department character varying(20) NOT NULL,
    person uuid,
    asked_at timestamp with time zone NOT NULL,
    times_asked integer NOT NULL,
    found boolean,
    answered_by uuid,
    answered_at timestamp with time zone,
    note_id uuid,
    note_digest character varying(64),
    CONSTRAINT ck_searches_answered_by_somebody CHECK (((found IS NULL) = (answered_by IS NULL)))
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
CREATE TABLE public.suggestion_rules (
    office character varying(40) NOT NULL,
    id character varying(20) NOT NULL,
    rules json NOT NULL
);
CREATE TABLE public.webhooks (
    office character varying(40) NOT NULL,
    told bigint NOT NULL,
    tries integer NOT NULL,
    due_at timestamp with time zone NOT NULL,
    failure text
);
INSERT INTO public.alembic_version VALUES ('0007');
INSERT INTO public.arrivals VALUES ('hall', '21feceb1-af12-4a44-adb6-5aa8ab048870', '日本郵便', 2, '2020-10-31 01:40:04+00', '02', NULL, '2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77', '2020-10-31 01:40:04+00', 2, 'closed', '[]');
INSERT INTO public.books_stamp VALUES ('ad6c8ad5d4c1c2f6a58e8e9a1a05ba36c0f35a057c6c6c8c7daa2a60dad50edc');
INSERT INTO public.credentials VALUES ('hall', '0808e3a5-0fed-48d8-afae-5c5097588836', 'STNAZESPXH47KND', '$argon2id$v=19$m=8,t=1,p=1$M1K5PyXLy42b4OfHjH8c2w$z0F2AmL63uWSjPfi9XbiodOGD8ED4De65Fsy7NviGW0', false);
INSERT INTO public.credentials VALUES ('hall', 'f76db7e7-cc01-49a8-a242-1a5a041ace28', 'STN4Q536DWXZNKH', '$argon2id$v=19$m=8,t=1,p=1$ZXMoLbF+p99DGKib+6IZXQ$+c7bvBkGMszHvLuEJKah9GAB1TgQjqhBCgYB2eLuAZg', false);
INSERT INTO public.credentials VALUES ('hall', '2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77', 'STNC1085WG8QW4R', '$argon2id$v=19$m=8,t=1,p=1$2ZpFg0WH0EtUYdjU5ZC++Q$icbRLwxw92ILiOiZDQIu04QOVW7In/SI9X859JT32X8', false);
INSERT INTO public.credentials VALUES ('hall', '45a58c3a-855d-43f9-b999-6e5496f90bb4', 'STN89FX8RZN9R73', '$argon2id$v=19$m=8,t=1,p=1$CAqyKV2VtP5oq3SiF48Ryg$rFBBo4eijjz65XrTJFOcM/CCIdOPIGdk6JehajY3T1Y', false);
INSERT INTO public.credentials VALUES ('hall', 'dbd2ec57-e479-4dd1-97f7-3dc966efddfa', 'STNJ7XQNKKDAWHQ', '$argon2id$v=19$m=8,t=1,p=1$sMS4NA4zkqjU+hm29NT/pw$U3d9d8LqoQSS+ui0rYkiGhQlKeqOvfXF1T6jabQ4j5k', false);
INSERT INTO public.credentials VALUES ('hall', 'c6bb2568-cb6e-4f05-a150-4616f8ce7e55', 'STNBAF2G28A30EZ', '$argon2id$v=19$m=8,t=1,p=1$p11SSCUkvRFvNJHJPHjvfw$i0SeFXyld6aHi0ORArskU6yekYCNWDB2JHBpgMwdw3w', false);
INSERT INTO public.credentials VALUES ('hall', 'c210b72e-d373-447a-bcaa-6eea3fd22c22', 'STNC5A7GPXMR6TE', '$argon2id$v=19$m=8,t=1,p=1$il5Fd8+uMQvQHpGH6WwEvQ$Irwmw4Oez0pz5rvurRdNrxg/tDupCfDy12M2M4A0UOc', false);
INSERT INTO public.credentials VALUES ('hall', '118e599a-72fd-4715-9f09-4ef77e565a12', 'STNY7J233WDRAR1', '$argon2id$v=19$m=8,t=1,p=1$NEtBwTk0A5C5euJVHS6eeQ$ubvBnUgYKH8Iz7HbIFXzFaGrjIXsLFAR5967CDeVZ9c', false);
INSERT INTO public.departments VALUES ('hall', '01', '宿直室', 'しゅくちょくしつ', '[]', false, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '02', '総務', 'そうむ', '[]', true, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '03', '出納室', 'すいとうしつ', '["\u4f1a\u8a08\u8ab2"]', false, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '04', '経営企画', 'けいえいきかく', '["\u6c34\u9053"]', false, '[]', NULL, NULL, false);
INSERT INTO public.handover_items VALUES ('hall', 'c23331a9-ed38-429a-9948-aaa80d45d388', '7122aa89-803b-40a6-b75a-b79a5a05814f', true, true, 'c6bb2568-cb6e-4f05-a150-4616f8ce7e55');
INSERT INTO public.handovers VALUES ('hall', 'c23331a9-ed38-429a-9948-aaa80d45d388', '02', '03', '2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77', '2020-10-31 01:40:12+00', 'sealed', 'e771ee43eb06711a9266f0e79ab0e5bac91744af61e9f73960c75a49b3147b81', '2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77', 'c6bb2568-cb6e-4f05-a150-4616f8ce7e55', '2020-10-31 01:40:18+00', NULL, NULL, '[]', false, '2020-10-31 01:40:16+00', '2020-10-31 01:40:18+00');
INSERT INTO public.heads VALUES ('hall', 39, 'f1efd247061782e09d46712e9c5c1150764b9fbeabaa4057cb90d6a893b7a526', '2020-10-31 01:40:18+00');
INSERT INTO public.items VALUES ('hall', '3e8aa0a1-9368-4bdb-9bfe-38ea066d2ceb', '21feceb1-af12-4a44-adb6-5aa8ab048870', '20112345676', '{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77', '2020-10-31 01:40:06+00', 24, '02', '2020-10-31 01:40:06+00', '2020-10-31 01:40:11+00', 'held', '03', '2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77', '45a58c3a-855d-43f9-b999-6e5496f90bb4', NULL, NULL, NULL, NULL, false, NULL, NULL, false, 'cash_registered', 'hint', NULL, false, NULL, NULL, NULL);
INSERT INTO public.items VALUES ('hall', '7122aa89-803b-40a6-b75a-b79a5a05814f', '21feceb1-af12-4a44-adb6-5aa8ab048870', '13112383852', '{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77', '2020-10-31 01:40:05+00', 23, '03', '2020-10-31 01:40:18+00', '2020-10-31 01:40:18+00', 'held', '03', '2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77', '45a58c3a-855d-43f9-b999-6e5496f90bb4', NULL, NULL, NULL, NULL, false, NULL, NULL, false, 'registered', 'hint', NULL, false, NULL, NULL, NULL);
INSERT INTO public.journal VALUES ('hall', 1, 'e270665a-e11f-49b8-8662-bdb42b79de6a', 0, 'office_founded', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"e270665a-e11f-49b8-8662-bdb42b79de6a","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}', 'bc6a688fff33196aa5a2f4f9d5dd42e1bdc93f0f606670e3549b42e833c93f00');
INSERT INTO public.journal VALUES ('hall', 2, 'e270665a-e11f-49b8-8662-bdb42b79de6a', 1, 'department_opened', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"e270665a-e11f-49b8-8662-bdb42b79de6a","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"bc6a688fff33196aa5a2f4f9d5dd42e1bdc93f0f606670e3549b42e833c93f00","seq":2,"terminal":"console","version":1}', '28f32df23f24b405fef35185b91b48ca2c6a8a458fa5d942376d7556a3598366');
INSERT INTO public.journal VALUES ('hall', 3, 'e270665a-e11f-49b8-8662-bdb42b79de6a', 2, 'person_enrolled', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"e270665a-e11f-49b8-8662-bdb42b79de6a","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"6eb02a948f5d6d11e892c372a33ac058b23c3b266a0b090aaaecd934cf4b9e84","id":"f3a90d8d-20c4-4393-8382-2f846008695a"},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","roles":["administrator"],"since":null},"person":null,"position":2,"previous":"28f32df23f24b405fef35185b91b48ca2c6a8a458fa5d942376d7556a3598366","seq":3,"terminal":"console","version":2}', '8247039d6cf118536fd20179e6e50db8643571921d2321422c375e63266a80c7');
INSERT INTO public.journal VALUES ('hall', 4, 'e270665a-e11f-49b8-8662-bdb42b79de6a', 3, 'badge_issued', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"e270665a-e11f-49b8-8662-bdb42b79de6a","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"0808e3a5-0fed-48d8-afae-5c5097588836"},"person":null,"position":3,"previous":"8247039d6cf118536fd20179e6e50db8643571921d2321422c375e63266a80c7","seq":4,"terminal":"console","version":1}', '1e0c1e35d2e25ee273542dc5d74b94bbbeab9945584922d2c274f42279506e96');
INSERT INTO public.journal VALUES ('hall', 5, '28872b55-b7d3-442a-a7fb-003f1e1dca69', 0, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"28872b55-b7d3-442a-a7fb-003f1e1dca69","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":0,"previous":"1e0c1e35d2e25ee273542dc5d74b94bbbeab9945584922d2c274f42279506e96","seq":5,"terminal":"test","version":1}', '6bf02d70720f03e9e0a0762be3bf41a2e955dfdbe42249090917d4bd33ad8129');
INSERT INTO public.journal VALUES ('hall', 6, '28872b55-b7d3-442a-a7fb-003f1e1dca69', 1, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"28872b55-b7d3-442a-a7fb-003f1e1dca69","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":1,"previous":"6bf02d70720f03e9e0a0762be3bf41a2e955dfdbe42249090917d4bd33ad8129","seq":6,"terminal":"test","version":1}', 'cb6d6fbae61c2dc3a3716c2fdcfa94436be2a04f5caca15e7f3805ca0f2f9f45');
INSERT INTO public.journal VALUES ('hall', 7, '28872b55-b7d3-442a-a7fb-003f1e1dca69', 2, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"28872b55-b7d3-442a-a7fb-003f1e1dca69","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":2,"previous":"cb6d6fbae61c2dc3a3716c2fdcfa94436be2a04f5caca15e7f3805ca0f2f9f45","seq":7,"terminal":"test","version":1}', '5104b0b2efa96feaf6901ac678478fc4f13c88c452b208117676d5f8c20ae66a');
INSERT INTO public.journal VALUES ('hall', 8, '77f96494-e943-4576-a38e-234597613b7b', 0, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"6610d8b4e65030dc26fce4485788b966c72f3c15e66fea85c2fe3f9c2b01b619","id":"d637e6fb-3944-43b9-b490-52bed6c52ece"},"person":"f76db7e7-cc01-49a8-a242-1a5a041ace28","roles":["duty_officer"],"since":null},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":0,"previous":"5104b0b2efa96feaf6901ac678478fc4f13c88c452b208117676d5f8c20ae66a","seq":8,"terminal":"test","version":2}', '7a769482a86c75dbed4360640f117ac6053cd6069ab2a6a1ec5d308a61f29a37');
INSERT INTO public.journal VALUES ('hall', 9, '77f96494-e943-4576-a38e-234597613b7b', 1, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"bad26ea552ccc5a6f6ef81dcb93abee7420e5845c0c9573e863e2978e7cb038b","id":"da870d19-efad-49d9-beea-dea8e8c72f16"},"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","roles":["clerk"],"since":null},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":1,"previous":"7a769482a86c75dbed4360640f117ac6053cd6069ab2a6a1ec5d308a61f29a37","seq":9,"terminal":"test","version":2}', '311b8b340fffdbaf0ebb7164391f59eb00cdfe1417030290a03fd8cd5cd11d86');
INSERT INTO public.journal VALUES ('hall', 10, '77f96494-e943-4576-a38e-234597613b7b', 2, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"3781692f23f2b28eb38a4d1a5018c4c42d0d2d290b8909fe29c9d25e77f12822","id":"aaea1cb2-62c2-4524-a5e7-566d4bc4669c"},"person":"45a58c3a-855d-43f9-b999-6e5496f90bb4","roles":["clerk"],"since":null},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":2,"previous":"311b8b340fffdbaf0ebb7164391f59eb00cdfe1417030290a03fd8cd5cd11d86","seq":10,"terminal":"test","version":2}', '32913d26426d8438fdfdf4af0ed50eb514d3692f1ab5735520f9d7e7f77acd13');
INSERT INTO public.journal VALUES ('hall', 11, '77f96494-e943-4576-a38e-234597613b7b', 3, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"3810c8e10a006017804db1f409d4cc051849e97ef79d4bf1b60ec79251198b27","id":"068be964-0f97-4622-a9e9-c54afc47701b"},"person":"dbd2ec57-e479-4dd1-97f7-3dc966efddfa","roles":["supervisor"],"since":null},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":3,"previous":"32913d26426d8438fdfdf4af0ed50eb514d3692f1ab5735520f9d7e7f77acd13","seq":11,"terminal":"test","version":2}', '144342d8c7369875c31cd759a6df9032673485c9073627b843e34770f3aa300d');
INSERT INTO public.journal VALUES ('hall', 12, '77f96494-e943-4576-a38e-234597613b7b', 4, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"aa3bc5000d01596bf671d58c497dc2905f098ccbaa762b7c4400af2023244a22","id":"e467e9b7-b2ed-4013-8371-bbd7e024548a"},"person":"c6bb2568-cb6e-4f05-a150-4616f8ce7e55","roles":["receiver"],"since":null},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":4,"previous":"144342d8c7369875c31cd759a6df9032673485c9073627b843e34770f3aa300d","seq":12,"terminal":"test","version":2}', 'ff8e92c46109219cae474bdc71cf42f462ad65ffd783bc941361633ab9941cfb');
INSERT INTO public.journal VALUES ('hall', 13, '77f96494-e943-4576-a38e-234597613b7b', 5, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"79ee0e14aafceba441f050b2b6d0848945fce7281a6cd19fffb1a96c74eb46f2","id":"cb35f3c6-82d1-4baa-aa32-b3258148d219"},"person":"c210b72e-d373-447a-bcaa-6eea3fd22c22","roles":["receiver"],"since":null},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":5,"previous":"ff8e92c46109219cae474bdc71cf42f462ad65ffd783bc941361633ab9941cfb","seq":13,"terminal":"test","version":2}', 'b15e5fab782c0fadfd3aec69dc0cbda47d7afecdd35788c8082d14e7f1e163de');
INSERT INTO public.journal VALUES ('hall', 14, '77f96494-e943-4576-a38e-234597613b7b', 6, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"79e933116267857d0b424c42dda3a8bfd73d0710c134f60ababc2eb66d1a5480","id":"41811ed7-ccb8-419f-9562-27b3f6669be6"},"person":"118e599a-72fd-4715-9f09-4ef77e565a12","roles":["receiver"],"since":null},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":6,"previous":"b15e5fab782c0fadfd3aec69dc0cbda47d7afecdd35788c8082d14e7f1e163de","seq":14,"terminal":"test","version":2}', '1e6d84c5ba6e0bb03552029e1e1db5c20546511c71dab082b12fd6d34f3ec12f');
INSERT INTO public.journal VALUES ('hall', 15, '77f96494-e943-4576-a38e-234597613b7b', 7, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"f76db7e7-cc01-49a8-a242-1a5a041ace28"},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":7,"previous":"1e6d84c5ba6e0bb03552029e1e1db5c20546511c71dab082b12fd6d34f3ec12f","seq":15,"terminal":"test","version":1}', '0eea5a69171101958891c5f1cf65e463a9d19832ad34ecbc7ef82c88335da37c');
INSERT INTO public.journal VALUES ('hall', 16, '77f96494-e943-4576-a38e-234597613b7b', 8, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77"},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":8,"previous":"0eea5a69171101958891c5f1cf65e463a9d19832ad34ecbc7ef82c88335da37c","seq":16,"terminal":"test","version":1}', 'dec0132380493b8786beab582e2f08a24e41b22c0271d27552e8f8ff582ca5ed');
INSERT INTO public.journal VALUES ('hall', 17, '77f96494-e943-4576-a38e-234597613b7b', 9, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"45a58c3a-855d-43f9-b999-6e5496f90bb4"},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":9,"previous":"dec0132380493b8786beab582e2f08a24e41b22c0271d27552e8f8ff582ca5ed","seq":17,"terminal":"test","version":1}', 'e9622c31631e1b208fb1df022b155dca38270abea5a57eff1b7f2f07813150f5');
INSERT INTO public.journal VALUES ('hall', 18, '77f96494-e943-4576-a38e-234597613b7b', 10, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"dbd2ec57-e479-4dd1-97f7-3dc966efddfa"},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":10,"previous":"e9622c31631e1b208fb1df022b155dca38270abea5a57eff1b7f2f07813150f5","seq":18,"terminal":"test","version":1}', 'e1883459fe1ffceea7d7bacf60f96f648521fc88bc20562f9497045ecba51274');
INSERT INTO public.journal VALUES ('hall', 19, '77f96494-e943-4576-a38e-234597613b7b', 11, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"c6bb2568-cb6e-4f05-a150-4616f8ce7e55"},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":11,"previous":"e1883459fe1ffceea7d7bacf60f96f648521fc88bc20562f9497045ecba51274","seq":19,"terminal":"test","version":1}', 'ecd27dbbefc324bdd491e8a1eaca7dee05f1453ccd45e8c721f5a9cb6e13bc77');
INSERT INTO public.journal VALUES ('hall', 20, '77f96494-e943-4576-a38e-234597613b7b', 12, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"c210b72e-d373-447a-bcaa-6eea3fd22c22"},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":12,"previous":"ecd27dbbefc324bdd491e8a1eaca7dee05f1453ccd45e8c721f5a9cb6e13bc77","seq":20,"terminal":"test","version":1}', '9ecec5f49b444511f9bc89b2cae8a118f9a44166a0687e1ab2caa68f4418c33e');
INSERT INTO public.journal VALUES ('hall', 21, '77f96494-e943-4576-a38e-234597613b7b', 13, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"77f96494-e943-4576-a38e-234597613b7b","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"118e599a-72fd-4715-9f09-4ef77e565a12"},"person":"0808e3a5-0fed-48d8-afae-5c5097588836","position":13,"previous":"9ecec5f49b444511f9bc89b2cae8a118f9a44166a0687e1ab2caa68f4418c33e","seq":21,"terminal":"test","version":1}', '24301beb93ba3962ade3f7a6f01fa6d60fd578064a87816f7bf82895f8acbe13');
INSERT INTO public.journal VALUES ('hall', 22, '21feceb1-af12-4a44-adb6-5aa8ab048870', 0, 'arrival_opened', '{"act":"open_arrival","at":"2020-10-31T01:40:04.000000Z","deed":"21feceb1-af12-4a44-adb6-5aa8ab048870","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"21feceb1-af12-4a44-adb6-5aa8ab048870","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","position":0,"previous":"24301beb93ba3962ade3f7a6f01fa6d60fd578064a87816f7bf82895f8acbe13","seq":22,"terminal":"test","version":1}', '2d95137a4f30b3b6f194d162c92dfd38a2bae323a746f57c0a9b0aa3ac2df3dc');
INSERT INTO public.journal VALUES ('hall', 23, '7122aa89-803b-40a6-b75a-b79a5a05814f', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:05.000000Z","deed":"7122aa89-803b-40a6-b75a-b79a5a05814f","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"21feceb1-af12-4a44-adb6-5aa8ab048870","details":{"amount_yen":null,"is_confidential":false,"service":"registered","service_from":"hint","signature_taken":null},"earlier":null,"expected":null,"item":"7122aa89-803b-40a6-b75a-b79a5a05814f","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","position":0,"previous":"2d95137a4f30b3b6f194d162c92dfd38a2bae323a746f57c0a9b0aa3ac2df3dc","seq":23,"terminal":"test","version":2}', '6fd458990dde5bd2043423c0ec0b6c1c35722796cf64adadabd1d5dc3acea42c');
INSERT INTO public.journal VALUES ('hall', 24, '3e8aa0a1-9368-4bdb-9bfe-38ea066d2ceb', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"3e8aa0a1-9368-4bdb-9bfe-38ea066d2ceb","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"21feceb1-af12-4a44-adb6-5aa8ab048870","details":{"amount_yen":null,"is_confidential":false,"service":"cash_registered","service_from":"hint","signature_taken":null},"earlier":null,"expected":null,"item":"3e8aa0a1-9368-4bdb-9bfe-38ea066d2ceb","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","position":0,"previous":"6fd458990dde5bd2043423c0ec0b6c1c35722796cf64adadabd1d5dc3acea42c","seq":24,"terminal":"test","version":2}', 'f1f7c9cf662cb2ea73a65fabed4990288593834e20bea082c1d027d7dc4ac257');
INSERT INTO public.journal VALUES ('hall', 25, '5fe7019f-e334-4f03-9988-9a07db73e0d3', 0, 'arrival_closed', '{"act":"close_arrival","at":"2020-10-31T01:40:07.000000Z","deed":"5fe7019f-e334-4f03-9988-9a07db73e0d3","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"21feceb1-af12-4a44-adb6-5aa8ab048870","count":2},"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","position":0,"previous":"f1f7c9cf662cb2ea73a65fabed4990288593834e20bea082c1d027d7dc4ac257","seq":25,"terminal":"test","version":1}', 'e09133f2b223247762191772b1edfa6ffdd849823f89bbfb870c107343d1d88f');
INSERT INTO public.journal VALUES ('hall', 26, 'a43d6590-ae89-4faa-9188-48e24e522e1f', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:08.000000Z","deed":"a43d6590-ae89-4faa-9188-48e24e522e1f","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"7122aa89-803b-40a6-b75a-b79a5a05814f"},"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","position":0,"previous":"e09133f2b223247762191772b1edfa6ffdd849823f89bbfb870c107343d1d88f","seq":26,"terminal":"test","version":1}', '544d5afbc5a0fc8409d711394f9c2c3edc5cb0965a711111a4dbb65c9cc8872a');
INSERT INTO public.journal VALUES ('hall', 27, 'fde4ebf6-d11a-49b8-8cbd-f957a7723c91', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:09.000000Z","deed":"fde4ebf6-d11a-49b8-8cbd-f957a7723c91","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"7122aa89-803b-40a6-b75a-b79a5a05814f"},"person":"45a58c3a-855d-43f9-b999-6e5496f90bb4","position":0,"previous":"544d5afbc5a0fc8409d711394f9c2c3edc5cb0965a711111a4dbb65c9cc8872a","seq":27,"terminal":"test","version":1}', '98228e18d77fe65f9bd01275000bc1e5d49a24a2caca2ac8163ded2303d8f591');
INSERT INTO public.journal VALUES ('hall', 28, 'fde4ebf6-d11a-49b8-8cbd-f957a7723c91', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:09.000000Z","deed":"fde4ebf6-d11a-49b8-8cbd-f957a7723c91","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"45a58c3a-855d-43f9-b999-6e5496f90bb4","department":"03","first_by":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","item":"7122aa89-803b-40a6-b75a-b79a5a05814f"},"person":"45a58c3a-855d-43f9-b999-6e5496f90bb4","position":1,"previous":"98228e18d77fe65f9bd01275000bc1e5d49a24a2caca2ac8163ded2303d8f591","seq":28,"terminal":"test","version":1}', 'fd73ec25f6210d70d4450eafc35f80b38a25c97457517a47fd2ff81c187bd92b');
INSERT INTO public.journal VALUES ('hall', 29, '2ccca024-5944-4dd5-9d6a-351ee3f91b8f', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:10.000000Z","deed":"2ccca024-5944-4dd5-9d6a-351ee3f91b8f","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"3e8aa0a1-9368-4bdb-9bfe-38ea066d2ceb"},"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","position":0,"previous":"fd73ec25f6210d70d4450eafc35f80b38a25c97457517a47fd2ff81c187bd92b","seq":29,"terminal":"test","version":1}', '03be68b227d0d89662ad54a7316d11bccf1b349d16ab6d27fcf8b4c5f246804a');
INSERT INTO public.journal VALUES ('hall', 30, 'eba80e39-66b4-480d-b05d-657809babb36', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:11.000000Z","deed":"eba80e39-66b4-480d-b05d-657809babb36","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"3e8aa0a1-9368-4bdb-9bfe-38ea066d2ceb"},"person":"45a58c3a-855d-43f9-b999-6e5496f90bb4","position":0,"previous":"03be68b227d0d89662ad54a7316d11bccf1b349d16ab6d27fcf8b4c5f246804a","seq":30,"terminal":"test","version":1}', '93e13e25204688cd3f0889008d8b69314c5f1db8372b0f456695a5325850937e');
INSERT INTO public.journal VALUES ('hall', 31, 'eba80e39-66b4-480d-b05d-657809babb36', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:11.000000Z","deed":"eba80e39-66b4-480d-b05d-657809babb36","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"45a58c3a-855d-43f9-b999-6e5496f90bb4","department":"03","first_by":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","item":"3e8aa0a1-9368-4bdb-9bfe-38ea066d2ceb"},"person":"45a58c3a-855d-43f9-b999-6e5496f90bb4","position":1,"previous":"93e13e25204688cd3f0889008d8b69314c5f1db8372b0f456695a5325850937e","seq":31,"terminal":"test","version":1}', 'c29170039211d93f42ac389b2ed2991c95ee11417c2387ff16681c1286eb787b');
INSERT INTO public.journal VALUES ('hall', 32, 'c23331a9-ed38-429a-9948-aaa80d45d388', 0, 'handover_opened', '{"act":"open_handover","at":"2020-10-31T01:40:12.000000Z","deed":"c23331a9-ed38-429a-9948-aaa80d45d388","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","giver_person":null,"handover":"c23331a9-ed38-429a-9948-aaa80d45d388","receiver":"03","receiver_person":null},"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","position":0,"previous":"c29170039211d93f42ac389b2ed2991c95ee11417c2387ff16681c1286eb787b","seq":32,"terminal":"test","version":2}', '0fdc71eaec54ac69cc3d098ee1ef4b1800dc59497e99a2d09e3e82639a00988e');
INSERT INTO public.journal VALUES ('hall', 33, '349da445-c860-4972-b77d-94058d593bd4', 0, 'item_offered', '{"act":"offer","at":"2020-10-31T01:40:13.000000Z","deed":"349da445-c860-4972-b77d-94058d593bd4","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"c23331a9-ed38-429a-9948-aaa80d45d388","item":"7122aa89-803b-40a6-b75a-b79a5a05814f"},"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","position":0,"previous":"0fdc71eaec54ac69cc3d098ee1ef4b1800dc59497e99a2d09e3e82639a00988e","seq":33,"terminal":"test","version":1}', 'c30e1ac6996d8faff56b4d3cd5b1a989dcc9e5c112757d64edbb2b382ef35f1a');
INSERT INTO public.journal VALUES ('hall', 34, 'a0768c21-25ef-49ba-b0ca-922fbb6179b7', 0, 'set_offered', '{"act":"finish_offer","at":"2020-10-31T01:40:14.000000Z","deed":"a0768c21-25ef-49ba-b0ca-922fbb6179b7","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"c23331a9-ed38-429a-9948-aaa80d45d388"},"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","position":0,"previous":"c30e1ac6996d8faff56b4d3cd5b1a989dcc9e5c112757d64edbb2b382ef35f1a","seq":34,"terminal":"test","version":1}', 'b054a2f81d1017f87776b7fbe2161fb069aa12910c4fbbc487054d860077c916');
INSERT INTO public.journal VALUES ('hall', 35, 'c5fe2d3e-7a80-4f6a-b1ad-d1aae359d248', 0, 'item_received', '{"act":"receive","at":"2020-10-31T01:40:15.000000Z","deed":"c5fe2d3e-7a80-4f6a-b1ad-d1aae359d248","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"by":null,"handover":"c23331a9-ed38-429a-9948-aaa80d45d388","item":"7122aa89-803b-40a6-b75a-b79a5a05814f"},"person":"c6bb2568-cb6e-4f05-a150-4616f8ce7e55","position":0,"previous":"b054a2f81d1017f87776b7fbe2161fb069aa12910c4fbbc487054d860077c916","seq":35,"terminal":"test","version":2}', 'a8786475ddb9546ac6728de1e9ff12c54eac039b83a2560df2e25a41986031c0');
INSERT INTO public.journal VALUES ('hall', 36, 'dc4fec9f-df07-4fb2-bd7f-e1bc38eca4b8', 0, 'count_finished', '{"act":"finish_count","at":"2020-10-31T01:40:16.000000Z","deed":"dc4fec9f-df07-4fb2-bd7f-e1bc38eca4b8","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"agreed_at":"2020-10-31T01:40:16Z","digest":"e771ee43eb06711a9266f0e79ab0e5bac91744af61e9f73960c75a49b3147b81","extra":[],"handover":"c23331a9-ed38-429a-9948-aaa80d45d388","missing":[],"offered_count":1,"received_count":1},"person":"c6bb2568-cb6e-4f05-a150-4616f8ce7e55","position":0,"previous":"a8786475ddb9546ac6728de1e9ff12c54eac039b83a2560df2e25a41986031c0","seq":36,"terminal":"test","version":2}', 'd37740f80d92ecd36579dce94f8a1756f3dd7b86397fb6fb685baac936756630');
INSERT INTO public.journal VALUES ('hall', 37, '47dd2e39-5a54-4dae-90af-5a9df4d8dfc4', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:17.000000Z","deed":"47dd2e39-5a54-4dae-90af-5a9df4d8dfc4","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"e771ee43eb06711a9266f0e79ab0e5bac91744af61e9f73960c75a49b3147b81","handover":"c23331a9-ed38-429a-9948-aaa80d45d388","side":"giver","signer":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77"},"person":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","position":0,"previous":"d37740f80d92ecd36579dce94f8a1756f3dd7b86397fb6fb685baac936756630","seq":37,"terminal":"test","version":1}', '4db0e9f3de73373875f9ac8bfcebf0cea0ddde944f8aba8d23714e0c6870052e');
INSERT INTO public.journal VALUES ('hall', 38, '70fe22c8-3ee4-49c9-81e1-01bcf43d00fc', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"70fe22c8-3ee4-49c9-81e1-01bcf43d00fc","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"e771ee43eb06711a9266f0e79ab0e5bac91744af61e9f73960c75a49b3147b81","handover":"c23331a9-ed38-429a-9948-aaa80d45d388","side":"receiver","signer":"c6bb2568-cb6e-4f05-a150-4616f8ce7e55"},"person":"c6bb2568-cb6e-4f05-a150-4616f8ce7e55","position":0,"previous":"4db0e9f3de73373875f9ac8bfcebf0cea0ddde944f8aba8d23714e0c6870052e","seq":38,"terminal":"test","version":1}', '1c1543b210c278aaa37297c763457bf5e9402ac182d75b0dc3eee1feb4c5e9a5');
INSERT INTO public.journal VALUES ('hall', 39, '70fe22c8-3ee4-49c9-81e1-01bcf43d00fc', 1, 'handover_sealed', '{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"70fe22c8-3ee4-49c9-81e1-01bcf43d00fc","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"e771ee43eb06711a9266f0e79ab0e5bac91744af61e9f73960c75a49b3147b81","giver":"02","giver_signer":"2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77","handover":"c23331a9-ed38-429a-9948-aaa80d45d388","items":["7122aa89-803b-40a6-b75a-b79a5a05814f"],"receiver":"03","receiver_signer":"c6bb2568-cb6e-4f05-a150-4616f8ce7e55"},"person":"c6bb2568-cb6e-4f05-a150-4616f8ce7e55","position":1,"previous":"1c1543b210c278aaa37297c763457bf5e9402ac182d75b0dc3eee1feb4c5e9a5","seq":39,"terminal":"test","version":1}', 'f1efd247061782e09d46712e9c5c1150764b9fbeabaa4057cb90d6a893b7a526');
INSERT INTO public.notices VALUES ('hall', 'dbea4564-42df-5a9a-9e4d-adf9b02f0f04', 'waiting', '2020-10-31 01:40:14+00', 'c23331a9-ed38-429a-9948-aaa80d45d388', '03', '["clerk", "duty_officer", "receiver"]', NULL, '{"giver": "02"}', NULL);
INSERT INTO public.people VALUES ('hall', '0808e3a5-0fed-48d8-afae-5c5097588836', 'f3a90d8d-20c4-4393-8382-2f846008695a', '6eb02a948f5d6d11e892c372a33ac058b23c3b266a0b090aaaecd934cf4b9e84', '[{"department": "01", "roles": ["administrator"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'f76db7e7-cc01-49a8-a242-1a5a041ace28', 'd637e6fb-3944-43b9-b490-52bed6c52ece', '6610d8b4e65030dc26fce4485788b966c72f3c15e66fea85c2fe3f9c2b01b619', '[{"department": "01", "roles": ["duty_officer"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77', 'da870d19-efad-49d9-beea-dea8e8c72f16', 'bad26ea552ccc5a6f6ef81dcb93abee7420e5845c0c9573e863e2978e7cb038b', '[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '45a58c3a-855d-43f9-b999-6e5496f90bb4', 'aaea1cb2-62c2-4524-a5e7-566d4bc4669c', '3781692f23f2b28eb38a4d1a5018c4c42d0d2d290b8909fe29c9d25e77f12822', '[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'dbd2ec57-e479-4dd1-97f7-3dc966efddfa', '068be964-0f97-4622-a9e9-c54afc47701b', '3810c8e10a006017804db1f409d4cc051849e97ef79d4bf1b60ec79251198b27', '[{"department": "02", "roles": ["supervisor"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'c6bb2568-cb6e-4f05-a150-4616f8ce7e55', 'e467e9b7-b2ed-4013-8371-bbd7e024548a', 'aa3bc5000d01596bf671d58c497dc2905f098ccbaa762b7c4400af2023244a22', '[{"department": "03", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'c210b72e-d373-447a-bcaa-6eea3fd22c22', 'cb35f3c6-82d1-4baa-aa32-b3258148d219', '79ee0e14aafceba441f050b2b6d0848945fce7281a6cd19fffb1a96c74eb46f2', '[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '118e599a-72fd-4715-9f09-4ef77e565a12', '41811ed7-ccb8-419f-9562-27b3f6669be6', '79e933116267857d0b424c42dda3a8bfd73d0710c134f60ababc2eb66d1a5480', '[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.personal_data VALUES ('hall', 'f3a90d8d-20c4-4393-8382-2f846008695a', 'text/plain; charset=utf-8', '\x57d8f6352fac146cc7cf8cd7cb84c180', '\xe7aea1e79086e88085', '2020-10-31 01:40:01+00');
INSERT INTO public.personal_data VALUES ('hall', '41811ed7-ccb8-419f-9562-27b3f6669be6', 'text/plain; charset=utf-8', '\x5753bf80ca7c59af64656e763c946c83', '\x776174657232', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'e467e9b7-b2ed-4013-8371-bbd7e024548a', 'text/plain; charset=utf-8', '\x9a06059c4925af76aed772c90824480e', '\x747265617375726572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '068be964-0f97-4622-a9e9-c54afc47701b', 'text/plain; charset=utf-8', '\x7cca875f66e6df1c1cf86fc24e8c00ad', '\x73757065727669736f72', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'cb35f3c6-82d1-4baa-aa32-b3258148d219', 'text/plain; charset=utf-8', '\xc6c99d415508c33952490ec9d086794a', '\x7761746572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'd637e6fb-3944-43b9-b490-52bed6c52ece', 'text/plain; charset=utf-8', '\x07d5829ff102caaacf4416d87ecd03f0', '\x64757479', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'aaea1cb2-62c2-4524-a5e7-566d4bc4669c', 'text/plain; charset=utf-8', '\xd57d6b811d74a95b9929686c44f3ef4a', '\x636c65726b32', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'da870d19-efad-49d9-beea-dea8e8c72f16', 'text/plain; charset=utf-8', '\xb44b7b90ebdd2840deed317ebeb57ef4', '\x636c65726b', '2020-10-31 01:40:03+00');
INSERT INTO public.subjects VALUES ('hall', '0808e3a5-0fed-48d8-afae-5c5097588836', 3);
INSERT INTO public.subjects VALUES ('hall', '0808e3a5-0fed-48d8-afae-5c5097588836', 4);
INSERT INTO public.subjects VALUES ('hall', 'f76db7e7-cc01-49a8-a242-1a5a041ace28', 8);
INSERT INTO public.subjects VALUES ('hall', '2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77', 9);
INSERT INTO public.subjects VALUES ('hall', '45a58c3a-855d-43f9-b999-6e5496f90bb4', 10);
INSERT INTO public.subjects VALUES ('hall', 'dbd2ec57-e479-4dd1-97f7-3dc966efddfa', 11);
INSERT INTO public.subjects VALUES ('hall', 'c6bb2568-cb6e-4f05-a150-4616f8ce7e55', 12);
INSERT INTO public.subjects VALUES ('hall', 'c210b72e-d373-447a-bcaa-6eea3fd22c22', 13);
INSERT INTO public.subjects VALUES ('hall', '118e599a-72fd-4715-9f09-4ef77e565a12', 14);
INSERT INTO public.subjects VALUES ('hall', 'f76db7e7-cc01-49a8-a242-1a5a041ace28', 15);
INSERT INTO public.subjects VALUES ('hall', '2d6a58eb-f1e6-4d8a-a596-f76f9c4b5d77', 16);
INSERT INTO public.subjects VALUES ('hall', '45a58c3a-855d-43f9-b999-6e5496f90bb4', 17);
INSERT INTO public.subjects VALUES ('hall', 'dbd2ec57-e479-4dd1-97f7-3dc966efddfa', 18);
INSERT INTO public.subjects VALUES ('hall', 'c6bb2568-cb6e-4f05-a150-4616f8ce7e55', 19);
INSERT INTO public.subjects VALUES ('hall', 'c210b72e-d373-447a-bcaa-6eea3fd22c22', 20);
INSERT INTO public.subjects VALUES ('hall', '118e599a-72fd-4715-9f09-4ef77e565a12', 21);
INSERT INTO public.subjects VALUES ('hall', '21feceb1-af12-4a44-adb6-5aa8ab048870', 22);
INSERT INTO public.subjects VALUES ('hall', '7122aa89-803b-40a6-b75a-b79a5a05814f', 23);
INSERT INTO public.subjects VALUES ('hall', '21feceb1-af12-4a44-adb6-5aa8ab048870', 23);
INSERT INTO public.subjects VALUES ('hall', '21feceb1-af12-4a44-adb6-5aa8ab048870', 24);
INSERT INTO public.subjects VALUES ('hall', '3e8aa0a1-9368-4bdb-9bfe-38ea066d2ceb', 24);
INSERT INTO public.subjects VALUES ('hall', '21feceb1-af12-4a44-adb6-5aa8ab048870', 25);
INSERT INTO public.subjects VALUES ('hall', '7122aa89-803b-40a6-b75a-b79a5a05814f', 26);
INSERT INTO public.subjects VALUES ('hall', '7122aa89-803b-40a6-b75a-b79a5a05814f', 27);
INSERT INTO public.subjects VALUES ('hall', '7122aa89-803b-40a6-b75a-b79a5a05814f', 28);
INSERT INTO public.subjects VALUES ('hall', '3e8aa0a1-9368-4bdb-9bfe-38ea066d2ceb', 29);
INSERT INTO public.subjects VALUES ('hall', '3e8aa0a1-9368-4bdb-9bfe-38ea066d2ceb', 30);
INSERT INTO public.subjects VALUES ('hall', '3e8aa0a1-9368-4bdb-9bfe-38ea066d2ceb', 31);
INSERT INTO public.subjects VALUES ('hall', 'c23331a9-ed38-429a-9948-aaa80d45d388', 32);
INSERT INTO public.subjects VALUES ('hall', '7122aa89-803b-40a6-b75a-b79a5a05814f', 33);
INSERT INTO public.subjects VALUES ('hall', 'c23331a9-ed38-429a-9948-aaa80d45d388', 33);
INSERT INTO public.subjects VALUES ('hall', 'c23331a9-ed38-429a-9948-aaa80d45d388', 34);
INSERT INTO public.subjects VALUES ('hall', '7122aa89-803b-40a6-b75a-b79a5a05814f', 35);
INSERT INTO public.subjects VALUES ('hall', 'c23331a9-ed38-429a-9948-aaa80d45d388', 35);
INSERT INTO public.subjects VALUES ('hall', 'c23331a9-ed38-429a-9948-aaa80d45d388', 36);
INSERT INTO public.subjects VALUES ('hall', 'c23331a9-ed38-429a-9948-aaa80d45d388', 37);
INSERT INTO public.subjects VALUES ('hall', 'c23331a9-ed38-429a-9948-aaa80d45d388', 38);
INSERT INTO public.subjects VALUES ('hall', '7122aa89-803b-40a6-b75a-b79a5a05814f', 39);
INSERT INTO public.subjects VALUES ('hall', 'c23331a9-ed38-429a-9948-aaa80d45d388', 39);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.arrivals
    ADD CONSTRAINT pk_arrivals PRIMARY KEY (office, id);
ALTER TABLE ONLY public.books_stamp
    ADD CONSTRAINT pk_books_stamp PRIMARY KEY (digest);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT pk_cases PRIMARY KEY (office, id);
ALTER TABLE ONLY public.closing_days
    ADD CONSTRAINT pk_closing_days PRIMARY KEY (office, id);
ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT pk_contacts PRIMARY KEY (office, person);
ALTER TABLE ONLY public.count_scans
    ADD CONSTRAINT pk_count_scans PRIMARY KEY (office, id);
ALTER TABLE ONLY public.credentials
    ADD CONSTRAINT pk_credentials PRIMARY KEY (office, person);
ALTER TABLE ONLY public.day_closes
    ADD CONSTRAINT pk_day_closes PRIMARY KEY (office, id);
ALTER TABLE ONLY public.departments
    ADD CONSTRAINT pk_departments PRIMARY KEY (office, id);
ALTER TABLE ONLY public.devices
    ADD CONSTRAINT pk_devices PRIMARY KEY (office, id);
ALTER TABLE ONLY public.expected_items
    ADD CONSTRAINT pk_expected_items PRIMARY KEY (office, id);
ALTER TABLE ONLY public.handover_items
    ADD CONSTRAINT pk_handover_items PRIMARY KEY (office, handover, item);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT pk_handovers PRIMARY KEY (office, id);
ALTER TABLE ONLY public.heads
    ADD CONSTRAINT pk_heads PRIMARY KEY (office);
ALTER TABLE ONLY public.incidents
    ADD CONSTRAINT pk_incidents PRIMARY KEY (office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT pk_items PRIMARY KEY (office, id);
ALTER TABLE ONLY public.journal
    ADD CONSTRAINT pk_journal PRIMARY KEY (office, seq);
ALTER TABLE ONLY public.labels
    ADD CONSTRAINT pk_labels PRIMARY KEY (office, id);
ALTER TABLE ONLY public.listings
    ADD CONSTRAINT pk_listings PRIMARY KEY (office, id);
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
ALTER TABLE ONLY public.searches
    ADD CONSTRAINT pk_searches PRIMARY KEY (office, id);
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT pk_sessions PRIMARY KEY (office, token_hash);
ALTER TABLE ONLY public.subjects
    ADD CONSTRAINT pk_subjects PRIMARY KEY (office, subject, seq);
ALTER TABLE ONLY public.suggestion_rules
    ADD CONSTRAINT pk_suggestion_rules PRIMARY KEY (office, id);
ALTER TABLE ONLY public.webhooks
    ADD CONSTRAINT pk_webhooks PRIMARY KEY (office);
ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT uq_contacts_office_staff_number UNIQUE (office, staff_number);
ALTER TABLE ONLY public.credentials
    ADD CONSTRAINT uq_credentials_office_badge UNIQUE (office, badge);
ALTER TABLE ONLY public.day_closes
    ADD CONSTRAINT uq_day_closes_office_department_day UNIQUE (office, department, day);
ALTER TABLE ONLY public.devices
    ADD CONSTRAINT uq_devices_office_token_hash UNIQUE (office, token_hash);
ALTER TABLE ONLY public.journal
    ADD CONSTRAINT uq_journal_office_deed_position UNIQUE (office, deed, "position");
ALTER TABLE ONLY public.labels
    ADD CONSTRAINT uq_labels_office_number UNIQUE (office, number);
ALTER TABLE ONLY public.labels
    ADD CONSTRAINT uq_labels_office_serial UNIQUE (office, serial);
ALTER TABLE ONLY public.listings
    ADD CONSTRAINT uq_listings_office_list_expected UNIQUE (office, list, expected);
CREATE INDEX ix_arrivals_office_status ON public.arrivals USING btree (office, status);
CREATE INDEX ix_cases_office_arrival ON public.cases USING btree (office, arrival);
CREATE INDEX ix_cases_office_day_close ON public.cases USING btree (office, day_close);
CREATE INDEX ix_cases_office_expected ON public.cases USING btree (office, expected);
CREATE INDEX ix_cases_office_handover ON public.cases USING btree (office, handover);
CREATE INDEX ix_cases_office_item ON public.cases USING btree (office, item);
CREATE INDEX ix_count_scans_office_day_close ON public.count_scans USING btree (office, day_close);
CREATE INDEX ix_expected_items_office_due ON public.expected_items USING btree (office, due);
CREATE INDEX ix_expected_items_office_number ON public.expected_items USING btree (office, number);
CREATE INDEX ix_handover_items_office_item ON public.handover_items USING btree (office, item);
CREATE INDEX ix_handovers_office_phase ON public.handovers USING btree (office, phase);
CREATE INDEX ix_incidents_office_item ON public.incidents USING btree (office, item);
CREATE INDEX ix_items_office_arrival ON public.items USING btree (office, arrival);
CREATE INDEX ix_items_office_holder_status ON public.items USING btree (office, holder, status);
CREATE INDEX ix_items_office_number ON public.items USING btree (office, number);
CREATE INDEX ix_listings_office_expected ON public.listings USING btree (office, expected);
CREATE INDEX ix_mails_office_due_at ON public.mails USING btree (office, due_at);
CREATE INDEX ix_notices_office_at ON public.notices USING btree (office, at);
CREATE INDEX ix_searches_office_incident ON public.searches USING btree (office, incident);
CREATE TRIGGER count_scans_refuse_truncate BEFORE TRUNCATE ON public.count_scans FOR EACH STATEMENT EXECUTE FUNCTION public.station_day_count();
CREATE TRIGGER count_scans_stay BEFORE INSERT OR DELETE OR UPDATE ON public.count_scans FOR EACH ROW EXECUTE FUNCTION public.station_day_count();
CREATE TRIGGER day_closes_refuse_truncate BEFORE TRUNCATE ON public.day_closes FOR EACH STATEMENT EXECUTE FUNCTION public.station_day_close();
CREATE TRIGGER day_closes_stay BEFORE INSERT OR DELETE OR UPDATE ON public.day_closes FOR EACH ROW EXECUTE FUNCTION public.station_day_close();
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
    ADD CONSTRAINT fk_cases_office_day_close FOREIGN KEY (office, day_close) REFERENCES public.day_closes(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_department FOREIGN KEY (office, department) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_expected FOREIGN KEY (office, expected) REFERENCES public.expected_items(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_handover FOREIGN KEY (office, handover) REFERENCES public.handovers(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_item FOREIGN KEY (office, item) REFERENCES public.items(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_proposed_by FOREIGN KEY (office, proposed_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT fk_cases_office_settled_by FOREIGN KEY (office, settled_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.count_scans
    ADD CONSTRAINT fk_count_scans_office_by FOREIGN KEY (office, by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.count_scans
    ADD CONSTRAINT fk_count_scans_office_day_close FOREIGN KEY (office, day_close) REFERENCES public.day_closes(office, id);
ALTER TABLE ONLY public.count_scans
    ADD CONSTRAINT fk_count_scans_office_item FOREIGN KEY (office, item) REFERENCES public.items(office, id);
ALTER TABLE ONLY public.day_closes
    ADD CONSTRAINT fk_day_closes_office_department FOREIGN KEY (office, department) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.day_closes
    ADD CONSTRAINT fk_day_closes_office_opened_by FOREIGN KEY (office, opened_by) REFERENCES public.people(office, id);
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
ALTER TABLE ONLY public.incidents
    ADD CONSTRAINT fk_incidents_office_case FOREIGN KEY (office, "case") REFERENCES public.cases(office, id);
ALTER TABLE ONLY public.incidents
    ADD CONSTRAINT fk_incidents_office_item FOREIGN KEY (office, item) REFERENCES public.items(office, id);
ALTER TABLE ONLY public.incidents
    ADD CONSTRAINT fk_incidents_office_opened_by FOREIGN KEY (office, opened_by) REFERENCES public.people(office, id);
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
    ADD CONSTRAINT fk_items_office_opening_first_by FOREIGN KEY (office, opening_first_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_opening_second_by FOREIGN KEY (office, opening_second_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_route FOREIGN KEY (office, route) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_route_check_by FOREIGN KEY (office, route_check_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_route_first_by FOREIGN KEY (office, route_first_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_taken_in_by FOREIGN KEY (office, taken_in_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.labels
    ADD CONSTRAINT fk_labels_office_id FOREIGN KEY (office, id) REFERENCES public.items(office, id);
ALTER TABLE ONLY public.listings
    ADD CONSTRAINT fk_listings_office_expected FOREIGN KEY (office, expected) REFERENCES public.expected_items(office, id);
ALTER TABLE ONLY public.searches
    ADD CONSTRAINT fk_searches_office_answered_by FOREIGN KEY (office, answered_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.searches
    ADD CONSTRAINT fk_searches_office_department FOREIGN KEY (office, department) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.searches
    ADD CONSTRAINT fk_searches_office_incident FOREIGN KEY (office, incident) REFERENCES public.incidents(office, id);
ALTER TABLE ONLY public.searches
    ADD CONSTRAINT fk_searches_office_person FOREIGN KEY (office, person) REFERENCES public.people(office, id);
