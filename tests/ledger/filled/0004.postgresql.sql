CREATE FUNCTION public.station_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN RAISE EXCEPTION 'law: the journal is append-only'; END $$;
CREATE FUNCTION public.station_in_order() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF NEW.seq <> 1 + COALESCE(
            (SELECT MAX(seq) FROM journal WHERE office = NEW.office), 0) THEN
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
    received boolean NOT NULL
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
    CONSTRAINT ck_handovers_sealed_is_signed CHECK ((((phase)::text <> 'sealed'::text) OR ((giver_signer IS NOT NULL) AND (receiver_signer IS NOT NULL) AND (digest IS NOT NULL) AND (sealed_at IS NOT NULL)))),
    CONSTRAINT ck_handovers_two_departments CHECK (((giver)::text <> (receiver)::text)),
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
INSERT INTO public.alembic_version VALUES ('0004');
INSERT INTO public.arrivals VALUES ('hall', 'd533284d-ec11-417b-b843-089d37f30779', '日本郵便', 2, '2020-10-31 01:40:04+00', '02', NULL, '7846b35a-d478-4961-9950-dc4a38a72327', '2020-10-31 01:40:05+00', 2, 'closed');
INSERT INTO public.books_stamp VALUES ('a2ba5ab0d61cbcec61729be3d8140c28b4019b1ee9e800ab83bdd02be84e3d63');
INSERT INTO public.credentials VALUES ('hall', '6caff55f-6829-4666-a7a1-79f7153af32e', 'STN3T1Z2XS2J074', '$argon2id$v=19$m=8,t=1,p=1$zXz0FwABcQhaO+T8VPL2XA$MunCCWH/DIOju+NRchUZyASc3fgxBZpErKdBJqbll0w', false);
INSERT INTO public.credentials VALUES ('hall', 'bb4fc4f9-a2eb-4722-810d-3200f6a04014', 'STNGZNW4X9X7DQW', '$argon2id$v=19$m=8,t=1,p=1$KroxSxlCsuVxwo5nQqFZiw$tnRzjiYdPLwQfXcaxtNwu5zENAmDMj03eXCdmJxCFDY', false);
INSERT INTO public.credentials VALUES ('hall', '7846b35a-d478-4961-9950-dc4a38a72327', 'STNM33AZKJQY05M', '$argon2id$v=19$m=8,t=1,p=1$fKT+cczScKt3e5aKnH7nzA$QejWabO+tiJMfs6cfHREvOipR5FVCsLBub1RqpW3DIQ', false);
INSERT INTO public.credentials VALUES ('hall', '9329fde9-8fd2-4702-ad60-fb9f68d1603d', 'STNT94N6Q5KV9RA', '$argon2id$v=19$m=8,t=1,p=1$ieUvK96rJ/EUN3adAUAoZA$wPsbYEaQtrDkyOh9gEFJpS0a+cidL99EF51EK2eaoVM', false);
INSERT INTO public.credentials VALUES ('hall', '62858f94-ad6a-479a-ac4d-a079cf1ea619', 'STN7HWRQMZXRDKS', '$argon2id$v=19$m=8,t=1,p=1$AWMOF4+9wPpeAfyS+xbq8g$YhmnQZR8kLU6fE3iJ5ClzFZYiPdFj1YqzN53XL9JiwQ', false);
INSERT INTO public.credentials VALUES ('hall', 'dae44765-6378-4901-b9ac-5a9a8ab8250a', 'STNPNVEW895Q2TS', '$argon2id$v=19$m=8,t=1,p=1$/Abvr9MxR4Ef/wiDF+f3Zg$yy5fZ5glVDssVAA89xW4NgQ1Zn2tGD1zLZKwVsDN0mc', false);
INSERT INTO public.credentials VALUES ('hall', '2821f9d7-1300-425a-b2b0-3e6c52a10607', 'STNVEVW1H3MBFCS', '$argon2id$v=19$m=8,t=1,p=1$bwZGRi1HLdaB1wd0h2Knjw$iIIz2HVZAaM5jHLiOYI5FDqln0icttybNaNPHOEP1+g', false);
INSERT INTO public.credentials VALUES ('hall', 'fb615623-8a63-4838-9e27-92abfe170f2d', 'STN5PKMTQ9A6Y4G', '$argon2id$v=19$m=8,t=1,p=1$GQyxyn4WZNbo9NZ6EKI+DQ$WiY01dL1fFXr5O093cKDLHHC4pF2MMMJiD9CHVeRj8E', false);
INSERT INTO public.departments VALUES ('hall', '01', '宿直室', 'しゅくちょくしつ', '[]', false, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '02', '総務', 'そうむ', '[]', true, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '03', '出納室', 'すいとうしつ', '["\u4f1a\u8a08\u8ab2"]', false, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '04', '経営企画', 'けいえいきかく', '["\u6c34\u9053"]', false, '[]', NULL, NULL, false);
INSERT INTO public.handover_items VALUES ('hall', 'd2ed8c36-672d-4219-a992-eac2143d2747', '154fc5e9-28a7-4c3f-951a-430786754cbd', true, true);
INSERT INTO public.handovers VALUES ('hall', 'd2ed8c36-672d-4219-a992-eac2143d2747', '02', '03', '7846b35a-d478-4961-9950-dc4a38a72327', '2020-10-31 01:40:13+00', 'sealed', 'ee091ce7aca33b21da781a2ec688b23a426d9592553ba2271ef3dba7a586cbf7', '7846b35a-d478-4961-9950-dc4a38a72327', 'dae44765-6378-4901-b9ac-5a9a8ab8250a', '2020-10-31 01:40:19+00');
INSERT INTO public.heads VALUES ('hall', 39, '83e8e81ca716ed5ce0da3b07a67877c3aa29251cfc26de1c03ebffe538ed08a8', '2020-10-31 01:40:19+00');
INSERT INTO public.items VALUES ('hall', '15d0db28-8a63-4337-a559-5abc0f649a9c', 'd533284d-ec11-417b-b843-089d37f30779', '20112345676', '{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '7846b35a-d478-4961-9950-dc4a38a72327', '2020-10-31 01:40:07+00', 24, '02', '2020-10-31 01:40:07+00', 'held', '03', '7846b35a-d478-4961-9950-dc4a38a72327', '9329fde9-8fd2-4702-ad60-fb9f68d1603d', NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO public.items VALUES ('hall', '154fc5e9-28a7-4c3f-951a-430786754cbd', 'd533284d-ec11-417b-b843-089d37f30779', '13112383852', '{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '7846b35a-d478-4961-9950-dc4a38a72327', '2020-10-31 01:40:06+00', 23, '03', '2020-10-31 01:40:19+00', 'held', '03', '7846b35a-d478-4961-9950-dc4a38a72327', '9329fde9-8fd2-4702-ad60-fb9f68d1603d', NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO public.journal VALUES ('hall', 1, '35b24ee7-a0b3-4bc8-b7da-03b70d944f5d', 0, 'office_founded', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"35b24ee7-a0b3-4bc8-b7da-03b70d944f5d","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}', '5f6efe568dffc8b52d08b564e0464db756aa48772ba8f65de0c84f0934bc1c5c');
INSERT INTO public.journal VALUES ('hall', 2, '35b24ee7-a0b3-4bc8-b7da-03b70d944f5d', 1, 'department_opened', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"35b24ee7-a0b3-4bc8-b7da-03b70d944f5d","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"5f6efe568dffc8b52d08b564e0464db756aa48772ba8f65de0c84f0934bc1c5c","seq":2,"terminal":"console","version":1}', 'f96f43d552f98dcd803cbc30b7785972ffb34a8965667a5d1399037f81c090b1');
INSERT INTO public.journal VALUES ('hall', 3, '35b24ee7-a0b3-4bc8-b7da-03b70d944f5d', 2, 'person_enrolled', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"35b24ee7-a0b3-4bc8-b7da-03b70d944f5d","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"9fdff497d3d0e3aa5e2dc09aa118b1b22eb79a7c52a2bd1d4d1dbc167b01c43c","id":"0b87ca2b-0c92-4ac7-ae59-1edeaa401946"},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","roles":["administrator"],"since":null},"person":null,"position":2,"previous":"f96f43d552f98dcd803cbc30b7785972ffb34a8965667a5d1399037f81c090b1","seq":3,"terminal":"console","version":2}', 'c3a8e137cf0bb1c1773992dd1eb90ff2b3c5b19b7f29e587155fd74d4350ef14');
INSERT INTO public.journal VALUES ('hall', 4, '35b24ee7-a0b3-4bc8-b7da-03b70d944f5d', 3, 'badge_issued', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"35b24ee7-a0b3-4bc8-b7da-03b70d944f5d","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"6caff55f-6829-4666-a7a1-79f7153af32e"},"person":null,"position":3,"previous":"c3a8e137cf0bb1c1773992dd1eb90ff2b3c5b19b7f29e587155fd74d4350ef14","seq":4,"terminal":"console","version":1}', '9efec2548952e7e622e73e09301f01f8fb199bc1979e49e25edbe5d095ce1390');
INSERT INTO public.journal VALUES ('hall', 5, '9933d70d-762e-458e-9bd6-fae976d62541', 0, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"9933d70d-762e-458e-9bd6-fae976d62541","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":0,"previous":"9efec2548952e7e622e73e09301f01f8fb199bc1979e49e25edbe5d095ce1390","seq":5,"terminal":"test","version":1}', '7f92b9541c192b22eec5a649caac7259ec588fc74534178caad797ce4bc5a1c0');
INSERT INTO public.journal VALUES ('hall', 6, '9933d70d-762e-458e-9bd6-fae976d62541', 1, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"9933d70d-762e-458e-9bd6-fae976d62541","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":1,"previous":"7f92b9541c192b22eec5a649caac7259ec588fc74534178caad797ce4bc5a1c0","seq":6,"terminal":"test","version":1}', '7c57b81122dc6717c4d8a828aedaf4aff72f06a2d0a925574e6e69d78b1a7cf6');
INSERT INTO public.journal VALUES ('hall', 7, '9933d70d-762e-458e-9bd6-fae976d62541', 2, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"9933d70d-762e-458e-9bd6-fae976d62541","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":2,"previous":"7c57b81122dc6717c4d8a828aedaf4aff72f06a2d0a925574e6e69d78b1a7cf6","seq":7,"terminal":"test","version":1}', 'e3382f718fce506909877b6b7a45934942d67a42be2890d90c26bf0008a8f28a');
INSERT INTO public.journal VALUES ('hall', 8, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 0, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"43dd4548e1a4f368660fc89910bba37bc73553f853bc34a6837201df993bc38c","id":"86a557c8-1073-4641-b56f-aa53292fb16c"},"person":"bb4fc4f9-a2eb-4722-810d-3200f6a04014","roles":["duty_officer"],"since":null},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":0,"previous":"e3382f718fce506909877b6b7a45934942d67a42be2890d90c26bf0008a8f28a","seq":8,"terminal":"test","version":2}', '7603dff1317831fae3f82864fe78e8a6a59112664c07f8b798892c7a4591ac79');
INSERT INTO public.journal VALUES ('hall', 9, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 1, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"e6a1b38e6032e9c46592d689d19979b019ef8d6c35f51d2918b9bd056113de62","id":"4bf0a8dd-2cd7-437d-8ec4-e6601d8e2fca"},"person":"7846b35a-d478-4961-9950-dc4a38a72327","roles":["clerk"],"since":null},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":1,"previous":"7603dff1317831fae3f82864fe78e8a6a59112664c07f8b798892c7a4591ac79","seq":9,"terminal":"test","version":2}', '7004c4465f8d5b506b29653313c711d04fadd4b745b3b8fe873be05bbd0cf5db');
INSERT INTO public.journal VALUES ('hall', 10, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 2, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"5af5819ccd8bf9dae336faaf1611cba45ba6d1dd3f630b8bc96e6c3c03aae449","id":"591d0a81-f0ae-4271-9762-b24544264249"},"person":"9329fde9-8fd2-4702-ad60-fb9f68d1603d","roles":["clerk"],"since":null},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":2,"previous":"7004c4465f8d5b506b29653313c711d04fadd4b745b3b8fe873be05bbd0cf5db","seq":10,"terminal":"test","version":2}', 'af7e99820cb022b38a8f638f5ac2d2be9606199eea71f31e84640f0706bcb880');
INSERT INTO public.journal VALUES ('hall', 11, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 3, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"ad762e99602e26c4743f8b1d715053a2fb89bf36e124c0c52f018aac8486340d","id":"fc2f254f-5912-4a1c-8351-dc0f21ec3828"},"person":"62858f94-ad6a-479a-ac4d-a079cf1ea619","roles":["supervisor"],"since":null},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":3,"previous":"af7e99820cb022b38a8f638f5ac2d2be9606199eea71f31e84640f0706bcb880","seq":11,"terminal":"test","version":2}', '7321cdf0b84415bcca1ba95a4c1c8f97b4d2ed714b1540849f70f68d41eb1a18');
INSERT INTO public.journal VALUES ('hall', 12, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 4, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"21519182933ea78638efe0493c258446ce0e16d06c8ea331cc45a488aa97c81d","id":"54b8cb82-ef55-48fb-a0da-fb2ce0325c26"},"person":"dae44765-6378-4901-b9ac-5a9a8ab8250a","roles":["receiver"],"since":null},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":4,"previous":"7321cdf0b84415bcca1ba95a4c1c8f97b4d2ed714b1540849f70f68d41eb1a18","seq":12,"terminal":"test","version":2}', '8f99d8ed8936d9f39e7103925c6126957dafff189d163f811ef7506e0131166a');
INSERT INTO public.journal VALUES ('hall', 13, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 5, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"92383873e1fe96a3c221e16fce48791b3da0954922a81c6fa778f7d123ea923c","id":"5e8153e4-6723-49d9-9531-b9d088732cfb"},"person":"2821f9d7-1300-425a-b2b0-3e6c52a10607","roles":["receiver"],"since":null},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":5,"previous":"8f99d8ed8936d9f39e7103925c6126957dafff189d163f811ef7506e0131166a","seq":13,"terminal":"test","version":2}', 'ad3d4e3d9b6a57e0eee7ef458cf30521ec725a0d03da3d70814b8c65bdc47d74');
INSERT INTO public.journal VALUES ('hall', 14, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 6, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"f34d6f567aea7fbc0d8346d830a164af22d9b91e2c7abf844ca2b75f0dbfae4e","id":"7aeb5f5e-1d65-4d69-a80e-c446c440599b"},"person":"fb615623-8a63-4838-9e27-92abfe170f2d","roles":["receiver"],"since":null},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":6,"previous":"ad3d4e3d9b6a57e0eee7ef458cf30521ec725a0d03da3d70814b8c65bdc47d74","seq":14,"terminal":"test","version":2}', '6077638482664a58d1831af3758426d57a7df3c41a404016d851c3f0d4736510');
INSERT INTO public.journal VALUES ('hall', 15, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 7, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"bb4fc4f9-a2eb-4722-810d-3200f6a04014"},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":7,"previous":"6077638482664a58d1831af3758426d57a7df3c41a404016d851c3f0d4736510","seq":15,"terminal":"test","version":1}', 'c2deb129200bc717b982e25ab13f3d34bd25b2f5af0af6978bdcbfeeec62c55e');
INSERT INTO public.journal VALUES ('hall', 16, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 8, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"7846b35a-d478-4961-9950-dc4a38a72327"},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":8,"previous":"c2deb129200bc717b982e25ab13f3d34bd25b2f5af0af6978bdcbfeeec62c55e","seq":16,"terminal":"test","version":1}', 'c1bc9d5ac60285f59816a60e62d16d7ac65a5909561554e6d0d3997c98b1a62f');
INSERT INTO public.journal VALUES ('hall', 17, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 9, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"9329fde9-8fd2-4702-ad60-fb9f68d1603d"},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":9,"previous":"c1bc9d5ac60285f59816a60e62d16d7ac65a5909561554e6d0d3997c98b1a62f","seq":17,"terminal":"test","version":1}', 'a33b165e7da6814054e19d2662244b6340f8aca47afe3fb34d0cb9a8307c6bac');
INSERT INTO public.journal VALUES ('hall', 18, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 10, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"62858f94-ad6a-479a-ac4d-a079cf1ea619"},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":10,"previous":"a33b165e7da6814054e19d2662244b6340f8aca47afe3fb34d0cb9a8307c6bac","seq":18,"terminal":"test","version":1}', '66183cfd4bee8763ada7f90c4f43bc2beb0295ebdfd33a1cce6a3c3456b5f63b');
INSERT INTO public.journal VALUES ('hall', 19, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 11, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"dae44765-6378-4901-b9ac-5a9a8ab8250a"},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":11,"previous":"66183cfd4bee8763ada7f90c4f43bc2beb0295ebdfd33a1cce6a3c3456b5f63b","seq":19,"terminal":"test","version":1}', '13f7d83cb55fe367ecf758a8bd0f94edfa826985a189c17ef3d617b26750fe0e');
INSERT INTO public.journal VALUES ('hall', 20, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 12, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"2821f9d7-1300-425a-b2b0-3e6c52a10607"},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":12,"previous":"13f7d83cb55fe367ecf758a8bd0f94edfa826985a189c17ef3d617b26750fe0e","seq":20,"terminal":"test","version":1}', '96ce22ac66f15e90eaefe76fd62c2988e703834b541358f54a4b40a7c1b8f21e');
INSERT INTO public.journal VALUES ('hall', 21, '51301c48-2692-4de1-86a7-bdb2bee5cbb8', 13, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"51301c48-2692-4de1-86a7-bdb2bee5cbb8","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"fb615623-8a63-4838-9e27-92abfe170f2d"},"person":"6caff55f-6829-4666-a7a1-79f7153af32e","position":13,"previous":"96ce22ac66f15e90eaefe76fd62c2988e703834b541358f54a4b40a7c1b8f21e","seq":21,"terminal":"test","version":1}', '47c757f7e47f0f43ac7a9f9e0439b9a96635affb7f409eddcdeca277524393c1');
INSERT INTO public.journal VALUES ('hall', 22, 'd533284d-ec11-417b-b843-089d37f30779', 0, 'arrival_opened', '{"act":"open_arrival","at":"2020-10-31T01:40:05.000000Z","deed":"d533284d-ec11-417b-b843-089d37f30779","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"d533284d-ec11-417b-b843-089d37f30779","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"7846b35a-d478-4961-9950-dc4a38a72327","position":0,"previous":"47c757f7e47f0f43ac7a9f9e0439b9a96635affb7f409eddcdeca277524393c1","seq":22,"terminal":"test","version":1}', '1e906ee7716f8a4e049116e5683e5f8e0dc2337b749cc87ca12ea7488b4c2c6a');
INSERT INTO public.journal VALUES ('hall', 23, '154fc5e9-28a7-4c3f-951a-430786754cbd', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"154fc5e9-28a7-4c3f-951a-430786754cbd","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"d533284d-ec11-417b-b843-089d37f30779","expected":null,"item":"154fc5e9-28a7-4c3f-951a-430786754cbd","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"7846b35a-d478-4961-9950-dc4a38a72327","position":0,"previous":"1e906ee7716f8a4e049116e5683e5f8e0dc2337b749cc87ca12ea7488b4c2c6a","seq":23,"terminal":"test","version":1}', '16debb8c4e0652f01a52ca57f1a5e05c990e721ce473c37da821e0dd31ed8e4d');
INSERT INTO public.journal VALUES ('hall', 24, '15d0db28-8a63-4337-a559-5abc0f649a9c', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:07.000000Z","deed":"15d0db28-8a63-4337-a559-5abc0f649a9c","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"d533284d-ec11-417b-b843-089d37f30779","expected":null,"item":"15d0db28-8a63-4337-a559-5abc0f649a9c","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"7846b35a-d478-4961-9950-dc4a38a72327","position":0,"previous":"16debb8c4e0652f01a52ca57f1a5e05c990e721ce473c37da821e0dd31ed8e4d","seq":24,"terminal":"test","version":1}', '363b2191e8e9489546200eedd628e5f6b05312774b972c1ebe63fb61d3f15ce7');
INSERT INTO public.journal VALUES ('hall', 25, '47f65d76-6bb0-48d2-9273-836c15d475d3', 0, 'arrival_closed', '{"act":"close_arrival","at":"2020-10-31T01:40:08.000000Z","deed":"47f65d76-6bb0-48d2-9273-836c15d475d3","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"d533284d-ec11-417b-b843-089d37f30779","count":2},"person":"7846b35a-d478-4961-9950-dc4a38a72327","position":0,"previous":"363b2191e8e9489546200eedd628e5f6b05312774b972c1ebe63fb61d3f15ce7","seq":25,"terminal":"test","version":1}', '06551978f00bc479993e2798574831f7c6c122ded0dcf960a80e8812206977e6');
INSERT INTO public.journal VALUES ('hall', 26, 'c50363cf-6e6c-46d9-95e0-6d58a5eaa1f5', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:09.000000Z","deed":"c50363cf-6e6c-46d9-95e0-6d58a5eaa1f5","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"154fc5e9-28a7-4c3f-951a-430786754cbd"},"person":"7846b35a-d478-4961-9950-dc4a38a72327","position":0,"previous":"06551978f00bc479993e2798574831f7c6c122ded0dcf960a80e8812206977e6","seq":26,"terminal":"test","version":1}', 'be1e3f8c9b6481f180110276d084aa5507a95c0d8902f3ec45417d8126b0fdb7');
INSERT INTO public.journal VALUES ('hall', 27, '9e3abaa4-b51e-4f10-b3d9-dd33056dc140', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"9e3abaa4-b51e-4f10-b3d9-dd33056dc140","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"154fc5e9-28a7-4c3f-951a-430786754cbd"},"person":"9329fde9-8fd2-4702-ad60-fb9f68d1603d","position":0,"previous":"be1e3f8c9b6481f180110276d084aa5507a95c0d8902f3ec45417d8126b0fdb7","seq":27,"terminal":"test","version":1}', '21ee7ff13370cc69951de1735c972f7801ed6315f6ff9684b4d4ef19df25c108');
INSERT INTO public.journal VALUES ('hall', 28, '9e3abaa4-b51e-4f10-b3d9-dd33056dc140', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"9e3abaa4-b51e-4f10-b3d9-dd33056dc140","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"9329fde9-8fd2-4702-ad60-fb9f68d1603d","department":"03","first_by":"7846b35a-d478-4961-9950-dc4a38a72327","item":"154fc5e9-28a7-4c3f-951a-430786754cbd"},"person":"9329fde9-8fd2-4702-ad60-fb9f68d1603d","position":1,"previous":"21ee7ff13370cc69951de1735c972f7801ed6315f6ff9684b4d4ef19df25c108","seq":28,"terminal":"test","version":1}', '961bc122a7847a7f38ac1caddf10a5af9a23a2fb3156895756ab01fadc5d74a6');
INSERT INTO public.journal VALUES ('hall', 29, '718fc174-4a8e-4ef5-bdaf-c1f3002ac25e', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:11.000000Z","deed":"718fc174-4a8e-4ef5-bdaf-c1f3002ac25e","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"15d0db28-8a63-4337-a559-5abc0f649a9c"},"person":"7846b35a-d478-4961-9950-dc4a38a72327","position":0,"previous":"961bc122a7847a7f38ac1caddf10a5af9a23a2fb3156895756ab01fadc5d74a6","seq":29,"terminal":"test","version":1}', '181bf0ef23517af0dea9c270ccc49418d2a5543af8b98c99304e3fc9ade68ce7');
INSERT INTO public.journal VALUES ('hall', 30, '55b4f063-af4b-4ea6-bc57-0e93556ba4f8', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"55b4f063-af4b-4ea6-bc57-0e93556ba4f8","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"15d0db28-8a63-4337-a559-5abc0f649a9c"},"person":"9329fde9-8fd2-4702-ad60-fb9f68d1603d","position":0,"previous":"181bf0ef23517af0dea9c270ccc49418d2a5543af8b98c99304e3fc9ade68ce7","seq":30,"terminal":"test","version":1}', 'f5958a47802aa3700c295cd3cd9c25cb5b4d57646875524d0fc5396b43ef57d9');
INSERT INTO public.journal VALUES ('hall', 31, '55b4f063-af4b-4ea6-bc57-0e93556ba4f8', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"55b4f063-af4b-4ea6-bc57-0e93556ba4f8","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"9329fde9-8fd2-4702-ad60-fb9f68d1603d","department":"03","first_by":"7846b35a-d478-4961-9950-dc4a38a72327","item":"15d0db28-8a63-4337-a559-5abc0f649a9c"},"person":"9329fde9-8fd2-4702-ad60-fb9f68d1603d","position":1,"previous":"f5958a47802aa3700c295cd3cd9c25cb5b4d57646875524d0fc5396b43ef57d9","seq":31,"terminal":"test","version":1}', 'bf6f05e6cbf074d50aa319d3e447ccc7f5d5b1ff9513cb1559890be5619ce7d9');
INSERT INTO public.journal VALUES ('hall', 32, 'd2ed8c36-672d-4219-a992-eac2143d2747', 0, 'handover_opened', '{"act":"open_handover","at":"2020-10-31T01:40:13.000000Z","deed":"d2ed8c36-672d-4219-a992-eac2143d2747","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","handover":"d2ed8c36-672d-4219-a992-eac2143d2747","receiver":"03"},"person":"7846b35a-d478-4961-9950-dc4a38a72327","position":0,"previous":"bf6f05e6cbf074d50aa319d3e447ccc7f5d5b1ff9513cb1559890be5619ce7d9","seq":32,"terminal":"test","version":1}', 'bba26c3e8c26f3b6769e33f2b24eb102696f5c5066eaecba6de975bf5cb0eeae');
INSERT INTO public.journal VALUES ('hall', 33, '2d5cbc29-0415-4dd5-afd1-6ea54a4483aa', 0, 'item_offered', '{"act":"offer","at":"2020-10-31T01:40:14.000000Z","deed":"2d5cbc29-0415-4dd5-afd1-6ea54a4483aa","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"d2ed8c36-672d-4219-a992-eac2143d2747","item":"154fc5e9-28a7-4c3f-951a-430786754cbd"},"person":"7846b35a-d478-4961-9950-dc4a38a72327","position":0,"previous":"bba26c3e8c26f3b6769e33f2b24eb102696f5c5066eaecba6de975bf5cb0eeae","seq":33,"terminal":"test","version":1}', '1b32c9bbdf4bccc0674f73c5eeb29d1791f82d21d3ffbf9ffe2ea8f4a8ff191c');
INSERT INTO public.journal VALUES ('hall', 34, '3f1e7e78-eb19-43e5-b87b-958dbb376101', 0, 'set_offered', '{"act":"finish_offer","at":"2020-10-31T01:40:15.000000Z","deed":"3f1e7e78-eb19-43e5-b87b-958dbb376101","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"d2ed8c36-672d-4219-a992-eac2143d2747"},"person":"7846b35a-d478-4961-9950-dc4a38a72327","position":0,"previous":"1b32c9bbdf4bccc0674f73c5eeb29d1791f82d21d3ffbf9ffe2ea8f4a8ff191c","seq":34,"terminal":"test","version":1}', '88f69e30781adb1ddcf5bf480002b77c0ab241d0360858fe604712b512b99b40');
INSERT INTO public.journal VALUES ('hall', 35, '854c0ef3-d340-492e-a3a9-6fa9b065d718', 0, 'item_received', '{"act":"receive","at":"2020-10-31T01:40:16.000000Z","deed":"854c0ef3-d340-492e-a3a9-6fa9b065d718","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"handover":"d2ed8c36-672d-4219-a992-eac2143d2747","item":"154fc5e9-28a7-4c3f-951a-430786754cbd"},"person":"dae44765-6378-4901-b9ac-5a9a8ab8250a","position":0,"previous":"88f69e30781adb1ddcf5bf480002b77c0ab241d0360858fe604712b512b99b40","seq":35,"terminal":"test","version":1}', '7504652258e790abffbdace2bdb6a4b6f6a905a1680b99c43d585621845c78c4');
INSERT INTO public.journal VALUES ('hall', 36, '010bb30d-08ef-40ef-a288-5a421874873d', 0, 'count_finished', '{"act":"finish_count","at":"2020-10-31T01:40:17.000000Z","deed":"010bb30d-08ef-40ef-a288-5a421874873d","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"digest":"ee091ce7aca33b21da781a2ec688b23a426d9592553ba2271ef3dba7a586cbf7","extra":[],"handover":"d2ed8c36-672d-4219-a992-eac2143d2747","missing":[],"offered_count":1,"received_count":1},"person":"dae44765-6378-4901-b9ac-5a9a8ab8250a","position":0,"previous":"7504652258e790abffbdace2bdb6a4b6f6a905a1680b99c43d585621845c78c4","seq":36,"terminal":"test","version":1}', '7a6d8eb23b35570f3e34ba96da6d20747614d4a3a3f2bc9a5c63b04a5b888d01');
INSERT INTO public.journal VALUES ('hall', 37, '5fc45632-00e1-4da7-982f-4e795c3b9597', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"5fc45632-00e1-4da7-982f-4e795c3b9597","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"ee091ce7aca33b21da781a2ec688b23a426d9592553ba2271ef3dba7a586cbf7","handover":"d2ed8c36-672d-4219-a992-eac2143d2747","side":"giver","signer":"7846b35a-d478-4961-9950-dc4a38a72327"},"person":"7846b35a-d478-4961-9950-dc4a38a72327","position":0,"previous":"7a6d8eb23b35570f3e34ba96da6d20747614d4a3a3f2bc9a5c63b04a5b888d01","seq":37,"terminal":"test","version":1}', '214c3afcb21ae6357ffae35d0405d5a915450d548b0b6253e44508ab5cddc5c7');
INSERT INTO public.journal VALUES ('hall', 38, '2ad26189-37cd-44c1-82c1-c9fc61759b0c', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"2ad26189-37cd-44c1-82c1-c9fc61759b0c","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"ee091ce7aca33b21da781a2ec688b23a426d9592553ba2271ef3dba7a586cbf7","handover":"d2ed8c36-672d-4219-a992-eac2143d2747","side":"receiver","signer":"dae44765-6378-4901-b9ac-5a9a8ab8250a"},"person":"dae44765-6378-4901-b9ac-5a9a8ab8250a","position":0,"previous":"214c3afcb21ae6357ffae35d0405d5a915450d548b0b6253e44508ab5cddc5c7","seq":38,"terminal":"test","version":1}', '8b8a8a103f6204717bc3cea3697d60bc1986f6fc40460d79080f62f44c7dbfa6');
INSERT INTO public.journal VALUES ('hall', 39, '2ad26189-37cd-44c1-82c1-c9fc61759b0c', 1, 'handover_sealed', '{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"2ad26189-37cd-44c1-82c1-c9fc61759b0c","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"ee091ce7aca33b21da781a2ec688b23a426d9592553ba2271ef3dba7a586cbf7","giver":"02","giver_signer":"7846b35a-d478-4961-9950-dc4a38a72327","handover":"d2ed8c36-672d-4219-a992-eac2143d2747","items":["154fc5e9-28a7-4c3f-951a-430786754cbd"],"receiver":"03","receiver_signer":"dae44765-6378-4901-b9ac-5a9a8ab8250a"},"person":"dae44765-6378-4901-b9ac-5a9a8ab8250a","position":1,"previous":"8b8a8a103f6204717bc3cea3697d60bc1986f6fc40460d79080f62f44c7dbfa6","seq":39,"terminal":"test","version":1}', '83e8e81ca716ed5ce0da3b07a67877c3aa29251cfc26de1c03ebffe538ed08a8');
INSERT INTO public.people VALUES ('hall', '6caff55f-6829-4666-a7a1-79f7153af32e', '0b87ca2b-0c92-4ac7-ae59-1edeaa401946', '9fdff497d3d0e3aa5e2dc09aa118b1b22eb79a7c52a2bd1d4d1dbc167b01c43c', '[{"department": "01", "roles": ["administrator"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'bb4fc4f9-a2eb-4722-810d-3200f6a04014', '86a557c8-1073-4641-b56f-aa53292fb16c', '43dd4548e1a4f368660fc89910bba37bc73553f853bc34a6837201df993bc38c', '[{"department": "01", "roles": ["duty_officer"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '7846b35a-d478-4961-9950-dc4a38a72327', '4bf0a8dd-2cd7-437d-8ec4-e6601d8e2fca', 'e6a1b38e6032e9c46592d689d19979b019ef8d6c35f51d2918b9bd056113de62', '[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '9329fde9-8fd2-4702-ad60-fb9f68d1603d', '591d0a81-f0ae-4271-9762-b24544264249', '5af5819ccd8bf9dae336faaf1611cba45ba6d1dd3f630b8bc96e6c3c03aae449', '[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '62858f94-ad6a-479a-ac4d-a079cf1ea619', 'fc2f254f-5912-4a1c-8351-dc0f21ec3828', 'ad762e99602e26c4743f8b1d715053a2fb89bf36e124c0c52f018aac8486340d', '[{"department": "02", "roles": ["supervisor"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'dae44765-6378-4901-b9ac-5a9a8ab8250a', '54b8cb82-ef55-48fb-a0da-fb2ce0325c26', '21519182933ea78638efe0493c258446ce0e16d06c8ea331cc45a488aa97c81d', '[{"department": "03", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '2821f9d7-1300-425a-b2b0-3e6c52a10607', '5e8153e4-6723-49d9-9531-b9d088732cfb', '92383873e1fe96a3c221e16fce48791b3da0954922a81c6fa778f7d123ea923c', '[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'fb615623-8a63-4838-9e27-92abfe170f2d', '7aeb5f5e-1d65-4d69-a80e-c446c440599b', 'f34d6f567aea7fbc0d8346d830a164af22d9b91e2c7abf844ca2b75f0dbfae4e', '[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.personal_data VALUES ('hall', '0b87ca2b-0c92-4ac7-ae59-1edeaa401946', 'text/plain; charset=utf-8', '\x1c9705d884135ef3bd4bc87658338138', '\xe7aea1e79086e88085', '2020-10-31 01:40:01+00');
INSERT INTO public.personal_data VALUES ('hall', '4bf0a8dd-2cd7-437d-8ec4-e6601d8e2fca', 'text/plain; charset=utf-8', '\x0b3b87381ba7507a76c53c17b5dc3f5a', '\x636c65726b', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '5e8153e4-6723-49d9-9531-b9d088732cfb', 'text/plain; charset=utf-8', '\x3f7e362abc294ffcb331e9c66735cd88', '\x7761746572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '591d0a81-f0ae-4271-9762-b24544264249', 'text/plain; charset=utf-8', '\x1f9449267c1892a86fc27bed6d5dc8a9', '\x636c65726b32', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '86a557c8-1073-4641-b56f-aa53292fb16c', 'text/plain; charset=utf-8', '\xa4ab428dfb2b21d773444c7626ba8957', '\x64757479', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '7aeb5f5e-1d65-4d69-a80e-c446c440599b', 'text/plain; charset=utf-8', '\xf82aecac1f4383a3a0cd4d497614aaaf', '\x776174657232', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'fc2f254f-5912-4a1c-8351-dc0f21ec3828', 'text/plain; charset=utf-8', '\xb6b76315832b011dfa8ef2e57871dc18', '\x73757065727669736f72', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '54b8cb82-ef55-48fb-a0da-fb2ce0325c26', 'text/plain; charset=utf-8', '\x7028ae108530000e80e9664356a38203', '\x747265617375726572', '2020-10-31 01:40:03+00');
INSERT INTO public.subjects VALUES ('hall', '6caff55f-6829-4666-a7a1-79f7153af32e', 3);
INSERT INTO public.subjects VALUES ('hall', '6caff55f-6829-4666-a7a1-79f7153af32e', 4);
INSERT INTO public.subjects VALUES ('hall', 'bb4fc4f9-a2eb-4722-810d-3200f6a04014', 8);
INSERT INTO public.subjects VALUES ('hall', '7846b35a-d478-4961-9950-dc4a38a72327', 9);
INSERT INTO public.subjects VALUES ('hall', '9329fde9-8fd2-4702-ad60-fb9f68d1603d', 10);
INSERT INTO public.subjects VALUES ('hall', '62858f94-ad6a-479a-ac4d-a079cf1ea619', 11);
INSERT INTO public.subjects VALUES ('hall', 'dae44765-6378-4901-b9ac-5a9a8ab8250a', 12);
INSERT INTO public.subjects VALUES ('hall', '2821f9d7-1300-425a-b2b0-3e6c52a10607', 13);
INSERT INTO public.subjects VALUES ('hall', 'fb615623-8a63-4838-9e27-92abfe170f2d', 14);
INSERT INTO public.subjects VALUES ('hall', 'bb4fc4f9-a2eb-4722-810d-3200f6a04014', 15);
INSERT INTO public.subjects VALUES ('hall', '7846b35a-d478-4961-9950-dc4a38a72327', 16);
INSERT INTO public.subjects VALUES ('hall', '9329fde9-8fd2-4702-ad60-fb9f68d1603d', 17);
INSERT INTO public.subjects VALUES ('hall', '62858f94-ad6a-479a-ac4d-a079cf1ea619', 18);
INSERT INTO public.subjects VALUES ('hall', 'dae44765-6378-4901-b9ac-5a9a8ab8250a', 19);
INSERT INTO public.subjects VALUES ('hall', '2821f9d7-1300-425a-b2b0-3e6c52a10607', 20);
INSERT INTO public.subjects VALUES ('hall', 'fb615623-8a63-4838-9e27-92abfe170f2d', 21);
INSERT INTO public.subjects VALUES ('hall', 'd533284d-ec11-417b-b843-089d37f30779', 22);
INSERT INTO public.subjects VALUES ('hall', 'd533284d-ec11-417b-b843-089d37f30779', 23);
INSERT INTO public.subjects VALUES ('hall', '154fc5e9-28a7-4c3f-951a-430786754cbd', 23);
INSERT INTO public.subjects VALUES ('hall', 'd533284d-ec11-417b-b843-089d37f30779', 24);
INSERT INTO public.subjects VALUES ('hall', '15d0db28-8a63-4337-a559-5abc0f649a9c', 24);
INSERT INTO public.subjects VALUES ('hall', 'd533284d-ec11-417b-b843-089d37f30779', 25);
INSERT INTO public.subjects VALUES ('hall', '154fc5e9-28a7-4c3f-951a-430786754cbd', 26);
INSERT INTO public.subjects VALUES ('hall', '154fc5e9-28a7-4c3f-951a-430786754cbd', 27);
INSERT INTO public.subjects VALUES ('hall', '154fc5e9-28a7-4c3f-951a-430786754cbd', 28);
INSERT INTO public.subjects VALUES ('hall', '15d0db28-8a63-4337-a559-5abc0f649a9c', 29);
INSERT INTO public.subjects VALUES ('hall', '15d0db28-8a63-4337-a559-5abc0f649a9c', 30);
INSERT INTO public.subjects VALUES ('hall', '15d0db28-8a63-4337-a559-5abc0f649a9c', 31);
INSERT INTO public.subjects VALUES ('hall', 'd2ed8c36-672d-4219-a992-eac2143d2747', 32);
INSERT INTO public.subjects VALUES ('hall', 'd2ed8c36-672d-4219-a992-eac2143d2747', 33);
INSERT INTO public.subjects VALUES ('hall', '154fc5e9-28a7-4c3f-951a-430786754cbd', 33);
INSERT INTO public.subjects VALUES ('hall', 'd2ed8c36-672d-4219-a992-eac2143d2747', 34);
INSERT INTO public.subjects VALUES ('hall', 'd2ed8c36-672d-4219-a992-eac2143d2747', 35);
INSERT INTO public.subjects VALUES ('hall', '154fc5e9-28a7-4c3f-951a-430786754cbd', 35);
INSERT INTO public.subjects VALUES ('hall', 'd2ed8c36-672d-4219-a992-eac2143d2747', 36);
INSERT INTO public.subjects VALUES ('hall', 'd2ed8c36-672d-4219-a992-eac2143d2747', 37);
INSERT INTO public.subjects VALUES ('hall', 'd2ed8c36-672d-4219-a992-eac2143d2747', 38);
INSERT INTO public.subjects VALUES ('hall', 'd2ed8c36-672d-4219-a992-eac2143d2747', 39);
INSERT INTO public.subjects VALUES ('hall', '154fc5e9-28a7-4c3f-951a-430786754cbd', 39);
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
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_office_giver FOREIGN KEY (office, giver) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_office_giver_signer FOREIGN KEY (office, giver_signer) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_office_opened_by FOREIGN KEY (office, opened_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.handovers
    ADD CONSTRAINT fk_handovers_office_receiver FOREIGN KEY (office, receiver) REFERENCES public.departments(office, id);
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
    ADD CONSTRAINT fk_items_office_route FOREIGN KEY (office, route) REFERENCES public.departments(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_route_check_by FOREIGN KEY (office, route_check_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_route_first_by FOREIGN KEY (office, route_first_by) REFERENCES public.people(office, id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT fk_items_office_taken_in_by FOREIGN KEY (office, taken_in_by) REFERENCES public.people(office, id);
