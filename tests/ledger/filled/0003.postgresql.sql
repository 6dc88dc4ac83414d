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
    author uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    arrival uuid,
    item uuid,
    handover uuid,
    text text,
    scan json,
    settled_by uuid,
    reason text,
    CONSTRAINT ck_cases_settled_with_reason CHECK (((settled_by IS NULL) = (reason IS NULL)))
);
CREATE TABLE public.credentials (
    office character varying(40) NOT NULL,
    person uuid NOT NULL,
    badge character varying(40) NOT NULL,
    pin_hash character varying(200) NOT NULL,
    failures integer NOT NULL,
    failed_at timestamp with time zone
);
CREATE TABLE public.departments (
    office character varying(40) NOT NULL,
    id character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    kana character varying(240) NOT NULL,
    aliases json NOT NULL,
    sorts_mail boolean NOT NULL
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
CREATE TABLE public.people (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    name_id uuid NOT NULL,
    name_digest character varying(64) NOT NULL,
    department character varying(20) NOT NULL,
    roles json NOT NULL,
    has_badge boolean NOT NULL
);
CREATE TABLE public.personal_data (
    office character varying(40) NOT NULL,
    id uuid NOT NULL,
    media_type character varying(60) NOT NULL,
    salt bytea NOT NULL,
    value bytea NOT NULL,
    kept_since timestamp with time zone NOT NULL
);
CREATE TABLE public.sessions (
    office character varying(40) NOT NULL,
    token_hash character varying(64) NOT NULL,
    person uuid NOT NULL,
    terminal character varying(60) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.subjects (
    office character varying(40) NOT NULL,
    subject uuid NOT NULL,
    seq bigint NOT NULL
);
INSERT INTO public.alembic_version VALUES ('0003');
INSERT INTO public.arrivals VALUES ('hall', 'aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5', '日本郵便', 2, '2020-10-31 01:40:04+00', '02', NULL, '92c25de5-b6dc-46ad-a9d2-bf151216732b', '2020-10-31 01:40:05+00', 2, 'closed');
INSERT INTO public.books_stamp VALUES ('aa427ba84161a438bf3968a70baa5ac67ab8843f47b2b3909b850bcc872b08ac');
INSERT INTO public.credentials VALUES ('hall', '90b8110a-e92b-488f-aa9f-8c783ac186b7', 'STN2Y8C7Y53Y6AB', '$argon2id$v=19$m=8,t=1,p=1$5UpNDhPpyb6WHk9PNNT87w$VIxoC7mX+tk8afMP0VIPKz7CuJ6ra9elU6mfxoF1DSQ', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '84015890-058a-42a5-830f-6e5531e03032', 'STNF1JGHPTCKAS6', '$argon2id$v=19$m=8,t=1,p=1$1Mca8XhjykipsQcxQzEiJw$OESVdi+HxGoNaoFo9rSVD2NRcPQM8Wnh+5bpdwACANU', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '92c25de5-b6dc-46ad-a9d2-bf151216732b', 'STN1K08S9TD602W', '$argon2id$v=19$m=8,t=1,p=1$7N/Bbnqs3oMYKFx0H4fCsg$rkAurXxohi7hgGH19WHAOUCGrSZ9LxCo2rSBDSBy85U', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '1478eb56-8e1e-4224-a4a8-081d322c65bf', 'STNE9H6GEGWKE2R', '$argon2id$v=19$m=8,t=1,p=1$VGQb+qacqrma4XScB2iE/Q$BZ6Oo9YR/w1bLgkwIp5hfsKd0F+pQtfz/k6TQCqKhz0', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', 'd0bb114c-c25d-4b52-9398-3c64720621fe', 'STNY6QMDV8HS9KT', '$argon2id$v=19$m=8,t=1,p=1$92ahetI99N47tfo8iF+bOg$+ytlA//N8s8e+hnsnEYiQC2MrzAp3IpaD4zlwEojiVI', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', 'd078d053-8916-433d-aaa7-126bf259b33d', 'STNEM9FC1CY3GAR', '$argon2id$v=19$m=8,t=1,p=1$xCYCDwpc4L15T1tUZcaKoQ$13lWCtj0hPbl9nfiW0vcHX6lgKdRvqPSNsd0jq2hHBM', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '6fb0ffca-08e0-4a58-b11b-3c7a9d620378', 'STNJ64VV128NS95', '$argon2id$v=19$m=8,t=1,p=1$I+SvGWALLMl6LutUGLEbjQ$c4W3hb6BCmkHbMR/s2n3ss+n5HCpx8PCgShtSuKSDJI', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '49d9a38f-f697-4ce0-8229-c4da2c55cb0a', 'STN4H44VDJ84KXN', '$argon2id$v=19$m=8,t=1,p=1$EhIFgLiti1c1fZoTC6OFbA$uP4TE6vZpM+FkqreY99KcdjQPNlMrqs6L48dURai6ms', 0, NULL);
INSERT INTO public.departments VALUES ('hall', '01', '宿直室', 'しゅくちょくしつ', '[]', false);
INSERT INTO public.departments VALUES ('hall', '02', '総務', 'そうむ', '[]', true);
INSERT INTO public.departments VALUES ('hall', '03', '出納室', 'すいとうしつ', '["\u4f1a\u8a08\u8ab2"]', false);
INSERT INTO public.departments VALUES ('hall', '04', '経営企画', 'けいえいきかく', '["\u6c34\u9053"]', false);
INSERT INTO public.handover_items VALUES ('hall', 'bb973f95-ed30-43f3-a62b-2669ba6c2fba', 'a2675274-1027-46d5-af97-bf153581b7cd', true, true);
INSERT INTO public.handovers VALUES ('hall', 'bb973f95-ed30-43f3-a62b-2669ba6c2fba', '02', '03', '92c25de5-b6dc-46ad-a9d2-bf151216732b', '2020-10-31 01:40:13+00', 'sealed', 'fe0c89d3d05533dddeb6976275fc5545b8b5dad369cf83b23aa6e31aa41c8fac', '92c25de5-b6dc-46ad-a9d2-bf151216732b', 'd078d053-8916-433d-aaa7-126bf259b33d', '2020-10-31 01:40:19+00');
INSERT INTO public.heads VALUES ('hall', 39, 'cc555931b12637e20e1255a877fa94faf98add6563429c7dd31b3e01998c2ea5', '2020-10-31 01:40:19+00');
INSERT INTO public.items VALUES ('hall', '5b414a34-417e-46b8-ab6a-5cd754a8af4c', 'aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5', '20112345676', '{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '92c25de5-b6dc-46ad-a9d2-bf151216732b', '2020-10-31 01:40:07+00', 24, '02', '2020-10-31 01:40:07+00', 'held', '03', '92c25de5-b6dc-46ad-a9d2-bf151216732b', '1478eb56-8e1e-4224-a4a8-081d322c65bf', NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO public.items VALUES ('hall', 'a2675274-1027-46d5-af97-bf153581b7cd', 'aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5', '13112383852', '{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '92c25de5-b6dc-46ad-a9d2-bf151216732b', '2020-10-31 01:40:06+00', 23, '03', '2020-10-31 01:40:19+00', 'held', '03', '92c25de5-b6dc-46ad-a9d2-bf151216732b', '1478eb56-8e1e-4224-a4a8-081d322c65bf', NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO public.journal VALUES ('hall', 1, '22d4513a-01e3-449e-8d62-a100a2c5314a', 0, 'office_founded', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"22d4513a-01e3-449e-8d62-a100a2c5314a","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}', 'e8ce54b9a7da3fc9d5ff74f845457d9d61f78c733de9b805c2ae1f19edae958b');
INSERT INTO public.journal VALUES ('hall', 2, '22d4513a-01e3-449e-8d62-a100a2c5314a', 1, 'department_opened', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"22d4513a-01e3-449e-8d62-a100a2c5314a","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"e8ce54b9a7da3fc9d5ff74f845457d9d61f78c733de9b805c2ae1f19edae958b","seq":2,"terminal":"console","version":1}', '20a76c66e3add5f06144280e44fff9873b0b96cc40ea1ced470651e93537f62c');
INSERT INTO public.journal VALUES ('hall', 3, '22d4513a-01e3-449e-8d62-a100a2c5314a', 2, 'person_enrolled', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"22d4513a-01e3-449e-8d62-a100a2c5314a","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"575d06d8a251d5f06999ab6351e809bbea447440bff4f5b1bf9f6da2d75f4131","id":"9b4077a1-5fdd-4d6f-bbc7-4eb07ebdede8"},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","roles":["administrator"]},"person":null,"position":2,"previous":"20a76c66e3add5f06144280e44fff9873b0b96cc40ea1ced470651e93537f62c","seq":3,"terminal":"console","version":1}', '255452a01049e72e42b039cb63beaa9b51c44d6c70169d813c220f24730877d0');
INSERT INTO public.journal VALUES ('hall', 4, '22d4513a-01e3-449e-8d62-a100a2c5314a', 3, 'badge_issued', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"22d4513a-01e3-449e-8d62-a100a2c5314a","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7"},"person":null,"position":3,"previous":"255452a01049e72e42b039cb63beaa9b51c44d6c70169d813c220f24730877d0","seq":4,"terminal":"console","version":1}', '10d5612cc6cefca945d94dc6c5ba890ff3a62d36c2a18c73f7cbcb75824c758f');
INSERT INTO public.journal VALUES ('hall', 5, 'e31ac94c-8843-4464-8394-adc3d811a261', 0, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"e31ac94c-8843-4464-8394-adc3d811a261","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":0,"previous":"10d5612cc6cefca945d94dc6c5ba890ff3a62d36c2a18c73f7cbcb75824c758f","seq":5,"terminal":"test","version":1}', '5e4d6733b65d875a36f0d911ef0536858aea783ebe2700c0c99c50bab2bde62e');
INSERT INTO public.journal VALUES ('hall', 6, 'e31ac94c-8843-4464-8394-adc3d811a261', 1, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"e31ac94c-8843-4464-8394-adc3d811a261","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":1,"previous":"5e4d6733b65d875a36f0d911ef0536858aea783ebe2700c0c99c50bab2bde62e","seq":6,"terminal":"test","version":1}', '9ab20309c3fa3bb36dc0440519ae705486b786362c6c2d8607788e6804833f9a');
INSERT INTO public.journal VALUES ('hall', 7, 'e31ac94c-8843-4464-8394-adc3d811a261', 2, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"e31ac94c-8843-4464-8394-adc3d811a261","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":2,"previous":"9ab20309c3fa3bb36dc0440519ae705486b786362c6c2d8607788e6804833f9a","seq":7,"terminal":"test","version":1}', 'e9462decb56f11e3c35bf0f3e43c6d832e24456c82f869c3d7313727533700f2');
INSERT INTO public.journal VALUES ('hall', 8, 'dd69e34c-31ad-43be-b949-f090efa565ce', 0, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"c00a50f1bebacf4f0aa21f5d595244d78617a292a420d95d9e02a3bde85deaee","id":"4875abcd-41cf-442b-9cb8-916481c4226f"},"person":"84015890-058a-42a5-830f-6e5531e03032","roles":["duty_officer"]},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":0,"previous":"e9462decb56f11e3c35bf0f3e43c6d832e24456c82f869c3d7313727533700f2","seq":8,"terminal":"test","version":1}', 'bc19e70a813278311edc3501dc70b1954f842fdbc290503482983137e855187a');
INSERT INTO public.journal VALUES ('hall', 9, 'dd69e34c-31ad-43be-b949-f090efa565ce', 1, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"b9c8cd0942eba28345fd8165e2dc42c4a0d4162cccb8c4e5a8e4334b7e08e633","id":"b3df9694-6c9e-4c8e-991b-c8c20be14c9d"},"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b","roles":["clerk"]},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":1,"previous":"bc19e70a813278311edc3501dc70b1954f842fdbc290503482983137e855187a","seq":9,"terminal":"test","version":1}', 'cc2477a6ce5f32aabce09179fa6cc566b5e0fcd009a17b590676152b171c9c44');
INSERT INTO public.journal VALUES ('hall', 10, 'dd69e34c-31ad-43be-b949-f090efa565ce', 2, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"7541efe11ffc8647edb5424e3e371f23b7ab202951cb81e2da67dda941178a1a","id":"2f5b028b-a7cf-46bd-80de-2024a8d3433d"},"person":"1478eb56-8e1e-4224-a4a8-081d322c65bf","roles":["clerk"]},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":2,"previous":"cc2477a6ce5f32aabce09179fa6cc566b5e0fcd009a17b590676152b171c9c44","seq":10,"terminal":"test","version":1}', '8fa05b18a59bc80bc3cf632faa20af18c3114d44ca7977ba18b9704f2bf72e68');
INSERT INTO public.journal VALUES ('hall', 11, 'dd69e34c-31ad-43be-b949-f090efa565ce', 3, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"e635606302c55480663078dd3640ea9214094dad60198ce789c98c7d55ea5626","id":"eac9acf1-ac51-4550-a1b0-f80056832f41"},"person":"d0bb114c-c25d-4b52-9398-3c64720621fe","roles":["supervisor"]},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":3,"previous":"8fa05b18a59bc80bc3cf632faa20af18c3114d44ca7977ba18b9704f2bf72e68","seq":11,"terminal":"test","version":1}', 'fe3dabd4354aeefe9663fd63da45391ed51c59aca925bc527c074e4f326f0fe4');
INSERT INTO public.journal VALUES ('hall', 12, 'dd69e34c-31ad-43be-b949-f090efa565ce', 4, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"3d8c37c4554a02d9574bc00896fd571f08a22c0d5f8d8d883eb8b80e41335b4c","id":"cc6fe737-0e22-4af0-a3ce-04ae53e8c6cf"},"person":"d078d053-8916-433d-aaa7-126bf259b33d","roles":["receiver"]},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":4,"previous":"fe3dabd4354aeefe9663fd63da45391ed51c59aca925bc527c074e4f326f0fe4","seq":12,"terminal":"test","version":1}', '9c9593b6fc6634e83566fddb4c58933ba5af25ada290c360fc0acabf9c71e988');
INSERT INTO public.journal VALUES ('hall', 13, 'dd69e34c-31ad-43be-b949-f090efa565ce', 5, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"67c494e4a53555007c3296693e09c5d8cd2108739faca3c7042d7d6206287056","id":"495fb860-a9d9-43c5-89cd-35ae56ceda06"},"person":"6fb0ffca-08e0-4a58-b11b-3c7a9d620378","roles":["receiver"]},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":5,"previous":"9c9593b6fc6634e83566fddb4c58933ba5af25ada290c360fc0acabf9c71e988","seq":13,"terminal":"test","version":1}', '57bd2d3e454a52facc86db9f96b6d26c6c684c8b033310b6b63e434033f59e22');
INSERT INTO public.journal VALUES ('hall', 14, 'dd69e34c-31ad-43be-b949-f090efa565ce', 6, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"da4346ab11126c817bfdc6d7c199450dd43e5d143dec4bfe62396f80c2a5b593","id":"1d8ddf4e-261a-4331-a254-c9d2f8d5d2f0"},"person":"49d9a38f-f697-4ce0-8229-c4da2c55cb0a","roles":["receiver"]},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":6,"previous":"57bd2d3e454a52facc86db9f96b6d26c6c684c8b033310b6b63e434033f59e22","seq":14,"terminal":"test","version":1}', 'e8d0f2c1493aa5a312eb512a7ac9c2867d8eea8225bd52574379ace99bcc9318');
INSERT INTO public.journal VALUES ('hall', 15, 'dd69e34c-31ad-43be-b949-f090efa565ce', 7, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"84015890-058a-42a5-830f-6e5531e03032"},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":7,"previous":"e8d0f2c1493aa5a312eb512a7ac9c2867d8eea8225bd52574379ace99bcc9318","seq":15,"terminal":"test","version":1}', '61b4b9c01f849459bdc5707bc3f08d6fa5911317419a4cede374d7a53e913719');
INSERT INTO public.journal VALUES ('hall', 16, 'dd69e34c-31ad-43be-b949-f090efa565ce', 8, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b"},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":8,"previous":"61b4b9c01f849459bdc5707bc3f08d6fa5911317419a4cede374d7a53e913719","seq":16,"terminal":"test","version":1}', '6336a54c96bc9dea9d5f9cb0195c3f68b8efa9b6521b5b31f7599e97c2cef041');
INSERT INTO public.journal VALUES ('hall', 17, 'dd69e34c-31ad-43be-b949-f090efa565ce', 9, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"1478eb56-8e1e-4224-a4a8-081d322c65bf"},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":9,"previous":"6336a54c96bc9dea9d5f9cb0195c3f68b8efa9b6521b5b31f7599e97c2cef041","seq":17,"terminal":"test","version":1}', '9eeb605e55837516d703fc47c512b066a1818f96c6f9fa369067ec15bdbb4377');
INSERT INTO public.journal VALUES ('hall', 18, 'dd69e34c-31ad-43be-b949-f090efa565ce', 10, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"d0bb114c-c25d-4b52-9398-3c64720621fe"},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":10,"previous":"9eeb605e55837516d703fc47c512b066a1818f96c6f9fa369067ec15bdbb4377","seq":18,"terminal":"test","version":1}', 'bbbf0bd4b63e702bfe8ded34d12147d70367f768fb5c5cbc55ae0892be7681da');
INSERT INTO public.journal VALUES ('hall', 19, 'dd69e34c-31ad-43be-b949-f090efa565ce', 11, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"d078d053-8916-433d-aaa7-126bf259b33d"},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":11,"previous":"bbbf0bd4b63e702bfe8ded34d12147d70367f768fb5c5cbc55ae0892be7681da","seq":19,"terminal":"test","version":1}', '0de7a43fb95000ca8d54d6d9b2f1f0c7c20a467564eb1eaca6ce4511530ab271');
INSERT INTO public.journal VALUES ('hall', 20, 'dd69e34c-31ad-43be-b949-f090efa565ce', 12, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"6fb0ffca-08e0-4a58-b11b-3c7a9d620378"},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":12,"previous":"0de7a43fb95000ca8d54d6d9b2f1f0c7c20a467564eb1eaca6ce4511530ab271","seq":20,"terminal":"test","version":1}', '673e05c88a29fb73a400ddd95fb4ca3560749574a3a83caa46f72506f74e8bb0');
INSERT INTO public.journal VALUES ('hall', 21, 'dd69e34c-31ad-43be-b949-f090efa565ce', 13, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"dd69e34c-31ad-43be-b949-f090efa565ce","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"49d9a38f-f697-4ce0-8229-c4da2c55cb0a"},"person":"90b8110a-e92b-488f-aa9f-8c783ac186b7","position":13,"previous":"673e05c88a29fb73a400ddd95fb4ca3560749574a3a83caa46f72506f74e8bb0","seq":21,"terminal":"test","version":1}', '02640c9a8db057d02404a65622bb83afd729f5f0524aa651547da102a870a8ad');
INSERT INTO public.journal VALUES ('hall', 22, 'aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5', 0, 'arrival_opened', '{"act":"open_arrival","at":"2020-10-31T01:40:05.000000Z","deed":"aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b","position":0,"previous":"02640c9a8db057d02404a65622bb83afd729f5f0524aa651547da102a870a8ad","seq":22,"terminal":"test","version":1}', '95838c633f8106ac8c5e0ec04447a83f96d593dbb617ccbb299c0cad9a74b8c7');
INSERT INTO public.journal VALUES ('hall', 23, 'a2675274-1027-46d5-af97-bf153581b7cd', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"a2675274-1027-46d5-af97-bf153581b7cd","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5","expected":null,"item":"a2675274-1027-46d5-af97-bf153581b7cd","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b","position":0,"previous":"95838c633f8106ac8c5e0ec04447a83f96d593dbb617ccbb299c0cad9a74b8c7","seq":23,"terminal":"test","version":1}', '66ab0a58b7fd8ab9bb2ae82370560d1af251e61d5cbdda3173c10d74296aa231');
INSERT INTO public.journal VALUES ('hall', 24, '5b414a34-417e-46b8-ab6a-5cd754a8af4c', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:07.000000Z","deed":"5b414a34-417e-46b8-ab6a-5cd754a8af4c","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5","expected":null,"item":"5b414a34-417e-46b8-ab6a-5cd754a8af4c","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b","position":0,"previous":"66ab0a58b7fd8ab9bb2ae82370560d1af251e61d5cbdda3173c10d74296aa231","seq":24,"terminal":"test","version":1}', '87242a6806cd78c3cd83ee80a01485b95d9c27859f922ac282dc1bcabbfc38fb');
INSERT INTO public.journal VALUES ('hall', 25, '709a2fb6-e39b-4c5e-9775-0ad9408dc47f', 0, 'arrival_closed', '{"act":"close_arrival","at":"2020-10-31T01:40:08.000000Z","deed":"709a2fb6-e39b-4c5e-9775-0ad9408dc47f","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5","count":2},"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b","position":0,"previous":"87242a6806cd78c3cd83ee80a01485b95d9c27859f922ac282dc1bcabbfc38fb","seq":25,"terminal":"test","version":1}', '48a10b5bf34383a17553bb20a41ced56e3b5025cec56bc99f35e0985f8325886');
INSERT INTO public.journal VALUES ('hall', 26, 'd7a80eab-5870-4697-bf72-42a340664936', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:09.000000Z","deed":"d7a80eab-5870-4697-bf72-42a340664936","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"a2675274-1027-46d5-af97-bf153581b7cd"},"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b","position":0,"previous":"48a10b5bf34383a17553bb20a41ced56e3b5025cec56bc99f35e0985f8325886","seq":26,"terminal":"test","version":1}', '6bf7d7f6e879bd0bfb89ebb346a2863aaf37583119605490c9a3283d42f3344c');
INSERT INTO public.journal VALUES ('hall', 27, '5d784b25-176e-42d8-a4c6-36b6b224ffb3', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"5d784b25-176e-42d8-a4c6-36b6b224ffb3","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"a2675274-1027-46d5-af97-bf153581b7cd"},"person":"1478eb56-8e1e-4224-a4a8-081d322c65bf","position":0,"previous":"6bf7d7f6e879bd0bfb89ebb346a2863aaf37583119605490c9a3283d42f3344c","seq":27,"terminal":"test","version":1}', '9a6adbcb2f0c2b37e4e24cec5ba7f69d16a1451a5dfac2060a11ab2a9355169b');
INSERT INTO public.journal VALUES ('hall', 28, '5d784b25-176e-42d8-a4c6-36b6b224ffb3', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"5d784b25-176e-42d8-a4c6-36b6b224ffb3","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"1478eb56-8e1e-4224-a4a8-081d322c65bf","department":"03","first_by":"92c25de5-b6dc-46ad-a9d2-bf151216732b","item":"a2675274-1027-46d5-af97-bf153581b7cd"},"person":"1478eb56-8e1e-4224-a4a8-081d322c65bf","position":1,"previous":"9a6adbcb2f0c2b37e4e24cec5ba7f69d16a1451a5dfac2060a11ab2a9355169b","seq":28,"terminal":"test","version":1}', '5f80fcafe8953a2feb39c526962fde8046b4c47b661acc20ae5dbecbec9b7a7a');
INSERT INTO public.journal VALUES ('hall', 29, '6233f55e-afdc-41f9-879a-7c0e40c51461', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:11.000000Z","deed":"6233f55e-afdc-41f9-879a-7c0e40c51461","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"5b414a34-417e-46b8-ab6a-5cd754a8af4c"},"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b","position":0,"previous":"5f80fcafe8953a2feb39c526962fde8046b4c47b661acc20ae5dbecbec9b7a7a","seq":29,"terminal":"test","version":1}', '99d56b6b3c65a2905d2d2779b715cb6f9e22cf485ae8cfe9bb0c63c4d486198c');
INSERT INTO public.journal VALUES ('hall', 30, '4fbf89ae-8b36-4327-8198-2750976e0609', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"4fbf89ae-8b36-4327-8198-2750976e0609","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"5b414a34-417e-46b8-ab6a-5cd754a8af4c"},"person":"1478eb56-8e1e-4224-a4a8-081d322c65bf","position":0,"previous":"99d56b6b3c65a2905d2d2779b715cb6f9e22cf485ae8cfe9bb0c63c4d486198c","seq":30,"terminal":"test","version":1}', '372efe9be2389191af1dd6b4f115a760918865b7d95d2364094a75d5e8099366');
INSERT INTO public.journal VALUES ('hall', 31, '4fbf89ae-8b36-4327-8198-2750976e0609', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"4fbf89ae-8b36-4327-8198-2750976e0609","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"1478eb56-8e1e-4224-a4a8-081d322c65bf","department":"03","first_by":"92c25de5-b6dc-46ad-a9d2-bf151216732b","item":"5b414a34-417e-46b8-ab6a-5cd754a8af4c"},"person":"1478eb56-8e1e-4224-a4a8-081d322c65bf","position":1,"previous":"372efe9be2389191af1dd6b4f115a760918865b7d95d2364094a75d5e8099366","seq":31,"terminal":"test","version":1}', 'e465f4f5b27d7e98c142f0c89f9630fefec623744f9326cc36b70bfd68e4d594');
INSERT INTO public.journal VALUES ('hall', 32, 'bb973f95-ed30-43f3-a62b-2669ba6c2fba', 0, 'handover_opened', '{"act":"open_handover","at":"2020-10-31T01:40:13.000000Z","deed":"bb973f95-ed30-43f3-a62b-2669ba6c2fba","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","handover":"bb973f95-ed30-43f3-a62b-2669ba6c2fba","receiver":"03"},"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b","position":0,"previous":"e465f4f5b27d7e98c142f0c89f9630fefec623744f9326cc36b70bfd68e4d594","seq":32,"terminal":"test","version":1}', '8c6c3e9847c1f71929937211cbbd5c5f910b185981860c7cd32d2311c91d5e66');
INSERT INTO public.journal VALUES ('hall', 33, 'f6247698-d2bf-43c5-8c66-0b4c949af618', 0, 'item_offered', '{"act":"offer","at":"2020-10-31T01:40:14.000000Z","deed":"f6247698-d2bf-43c5-8c66-0b4c949af618","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"bb973f95-ed30-43f3-a62b-2669ba6c2fba","item":"a2675274-1027-46d5-af97-bf153581b7cd"},"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b","position":0,"previous":"8c6c3e9847c1f71929937211cbbd5c5f910b185981860c7cd32d2311c91d5e66","seq":33,"terminal":"test","version":1}', 'ef8e14b4a7d989834f2245772d819b0b72e3811993196a418409772b9435d098');
INSERT INTO public.journal VALUES ('hall', 34, '5f25157d-ac0a-49c8-bfef-4243fc08b782', 0, 'set_offered', '{"act":"finish_offer","at":"2020-10-31T01:40:15.000000Z","deed":"5f25157d-ac0a-49c8-bfef-4243fc08b782","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"bb973f95-ed30-43f3-a62b-2669ba6c2fba"},"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b","position":0,"previous":"ef8e14b4a7d989834f2245772d819b0b72e3811993196a418409772b9435d098","seq":34,"terminal":"test","version":1}', 'b1b30c97e80c7d83aabbb79992fbe72e05a169c17ac9848b44e43665f2fcdba9');
INSERT INTO public.journal VALUES ('hall', 35, 'c39f82a3-27cc-4fcf-a29c-5897ea79520c', 0, 'item_received', '{"act":"receive","at":"2020-10-31T01:40:16.000000Z","deed":"c39f82a3-27cc-4fcf-a29c-5897ea79520c","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"handover":"bb973f95-ed30-43f3-a62b-2669ba6c2fba","item":"a2675274-1027-46d5-af97-bf153581b7cd"},"person":"d078d053-8916-433d-aaa7-126bf259b33d","position":0,"previous":"b1b30c97e80c7d83aabbb79992fbe72e05a169c17ac9848b44e43665f2fcdba9","seq":35,"terminal":"test","version":1}', '95def8868f22b2c8560b7149b21d1ab186447b1f82479be87962cc82a7dfd998');
INSERT INTO public.journal VALUES ('hall', 36, '405c5ab9-8d38-4336-9826-0f81e7feb6bf', 0, 'count_finished', '{"act":"finish_count","at":"2020-10-31T01:40:17.000000Z","deed":"405c5ab9-8d38-4336-9826-0f81e7feb6bf","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"digest":"fe0c89d3d05533dddeb6976275fc5545b8b5dad369cf83b23aa6e31aa41c8fac","extra":[],"handover":"bb973f95-ed30-43f3-a62b-2669ba6c2fba","missing":[],"offered_count":1,"received_count":1},"person":"d078d053-8916-433d-aaa7-126bf259b33d","position":0,"previous":"95def8868f22b2c8560b7149b21d1ab186447b1f82479be87962cc82a7dfd998","seq":36,"terminal":"test","version":1}', 'cb25bc6493f9253efa608ffee1e5c4123ff422771b2bcce03b3932a202c17502');
INSERT INTO public.journal VALUES ('hall', 37, 'e3e1cb4e-18d2-4140-83d0-ff6bf50e1636', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"e3e1cb4e-18d2-4140-83d0-ff6bf50e1636","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"fe0c89d3d05533dddeb6976275fc5545b8b5dad369cf83b23aa6e31aa41c8fac","handover":"bb973f95-ed30-43f3-a62b-2669ba6c2fba","side":"giver","signer":"92c25de5-b6dc-46ad-a9d2-bf151216732b"},"person":"92c25de5-b6dc-46ad-a9d2-bf151216732b","position":0,"previous":"cb25bc6493f9253efa608ffee1e5c4123ff422771b2bcce03b3932a202c17502","seq":37,"terminal":"test","version":1}', 'f2a84b0f5354b3bc9d391d23e8854c1a0e1276d692e2b88f04007d645c67435a');
INSERT INTO public.journal VALUES ('hall', 38, 'ef473565-4460-4791-aa0d-50e8706de10d', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"ef473565-4460-4791-aa0d-50e8706de10d","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"fe0c89d3d05533dddeb6976275fc5545b8b5dad369cf83b23aa6e31aa41c8fac","handover":"bb973f95-ed30-43f3-a62b-2669ba6c2fba","side":"receiver","signer":"d078d053-8916-433d-aaa7-126bf259b33d"},"person":"d078d053-8916-433d-aaa7-126bf259b33d","position":0,"previous":"f2a84b0f5354b3bc9d391d23e8854c1a0e1276d692e2b88f04007d645c67435a","seq":38,"terminal":"test","version":1}', 'aa6fd835d3fe65530be150707462c8037378a2b6110f8eba9bc2642c6561279f');
INSERT INTO public.journal VALUES ('hall', 39, 'ef473565-4460-4791-aa0d-50e8706de10d', 1, 'handover_sealed', '{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"ef473565-4460-4791-aa0d-50e8706de10d","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"fe0c89d3d05533dddeb6976275fc5545b8b5dad369cf83b23aa6e31aa41c8fac","giver":"02","giver_signer":"92c25de5-b6dc-46ad-a9d2-bf151216732b","handover":"bb973f95-ed30-43f3-a62b-2669ba6c2fba","items":["a2675274-1027-46d5-af97-bf153581b7cd"],"receiver":"03","receiver_signer":"d078d053-8916-433d-aaa7-126bf259b33d"},"person":"d078d053-8916-433d-aaa7-126bf259b33d","position":1,"previous":"aa6fd835d3fe65530be150707462c8037378a2b6110f8eba9bc2642c6561279f","seq":39,"terminal":"test","version":1}', 'cc555931b12637e20e1255a877fa94faf98add6563429c7dd31b3e01998c2ea5');
INSERT INTO public.people VALUES ('hall', '90b8110a-e92b-488f-aa9f-8c783ac186b7', '9b4077a1-5fdd-4d6f-bbc7-4eb07ebdede8', '575d06d8a251d5f06999ab6351e809bbea447440bff4f5b1bf9f6da2d75f4131', '01', '["administrator"]', true);
INSERT INTO public.people VALUES ('hall', '84015890-058a-42a5-830f-6e5531e03032', '4875abcd-41cf-442b-9cb8-916481c4226f', 'c00a50f1bebacf4f0aa21f5d595244d78617a292a420d95d9e02a3bde85deaee', '01', '["duty_officer"]', true);
INSERT INTO public.people VALUES ('hall', '92c25de5-b6dc-46ad-a9d2-bf151216732b', 'b3df9694-6c9e-4c8e-991b-c8c20be14c9d', 'b9c8cd0942eba28345fd8165e2dc42c4a0d4162cccb8c4e5a8e4334b7e08e633', '02', '["clerk"]', true);
INSERT INTO public.people VALUES ('hall', '1478eb56-8e1e-4224-a4a8-081d322c65bf', '2f5b028b-a7cf-46bd-80de-2024a8d3433d', '7541efe11ffc8647edb5424e3e371f23b7ab202951cb81e2da67dda941178a1a', '02', '["clerk"]', true);
INSERT INTO public.people VALUES ('hall', 'd0bb114c-c25d-4b52-9398-3c64720621fe', 'eac9acf1-ac51-4550-a1b0-f80056832f41', 'e635606302c55480663078dd3640ea9214094dad60198ce789c98c7d55ea5626', '02', '["supervisor"]', true);
INSERT INTO public.people VALUES ('hall', 'd078d053-8916-433d-aaa7-126bf259b33d', 'cc6fe737-0e22-4af0-a3ce-04ae53e8c6cf', '3d8c37c4554a02d9574bc00896fd571f08a22c0d5f8d8d883eb8b80e41335b4c', '03', '["receiver"]', true);
INSERT INTO public.people VALUES ('hall', '6fb0ffca-08e0-4a58-b11b-3c7a9d620378', '495fb860-a9d9-43c5-89cd-35ae56ceda06', '67c494e4a53555007c3296693e09c5d8cd2108739faca3c7042d7d6206287056', '04', '["receiver"]', true);
INSERT INTO public.people VALUES ('hall', '49d9a38f-f697-4ce0-8229-c4da2c55cb0a', '1d8ddf4e-261a-4331-a254-c9d2f8d5d2f0', 'da4346ab11126c817bfdc6d7c199450dd43e5d143dec4bfe62396f80c2a5b593', '04', '["receiver"]', true);
INSERT INTO public.personal_data VALUES ('hall', '9b4077a1-5fdd-4d6f-bbc7-4eb07ebdede8', 'text/plain; charset=utf-8', '\x11c43e969f0210c70d31943d90bcc556', '\xe7aea1e79086e88085', '2020-10-31 01:40:01+00');
INSERT INTO public.personal_data VALUES ('hall', 'b3df9694-6c9e-4c8e-991b-c8c20be14c9d', 'text/plain; charset=utf-8', '\x9a72efb7e7548a6b090ae97017789c2b', '\x636c65726b', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '4875abcd-41cf-442b-9cb8-916481c4226f', 'text/plain; charset=utf-8', '\xc3b8a642cf936e6fda1f44289e98a016', '\x64757479', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '495fb860-a9d9-43c5-89cd-35ae56ceda06', 'text/plain; charset=utf-8', '\x1b4c1ba9f76bbf168319ba7acd4d384d', '\x7761746572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'cc6fe737-0e22-4af0-a3ce-04ae53e8c6cf', 'text/plain; charset=utf-8', '\x7257dbd85329bec5115125273d1be5d2', '\x747265617375726572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '2f5b028b-a7cf-46bd-80de-2024a8d3433d', 'text/plain; charset=utf-8', '\xf7d160332c42cf87f49da6b591d16634', '\x636c65726b32', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'eac9acf1-ac51-4550-a1b0-f80056832f41', 'text/plain; charset=utf-8', '\x9c02ea631834fdf4e5bba65fc1c5328a', '\x73757065727669736f72', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '1d8ddf4e-261a-4331-a254-c9d2f8d5d2f0', 'text/plain; charset=utf-8', '\x00ad3f17c35d2a8adda86319ed7fc5dd', '\x776174657232', '2020-10-31 01:40:03+00');
INSERT INTO public.subjects VALUES ('hall', '90b8110a-e92b-488f-aa9f-8c783ac186b7', 3);
INSERT INTO public.subjects VALUES ('hall', '90b8110a-e92b-488f-aa9f-8c783ac186b7', 4);
INSERT INTO public.subjects VALUES ('hall', '84015890-058a-42a5-830f-6e5531e03032', 8);
INSERT INTO public.subjects VALUES ('hall', '92c25de5-b6dc-46ad-a9d2-bf151216732b', 9);
INSERT INTO public.subjects VALUES ('hall', '1478eb56-8e1e-4224-a4a8-081d322c65bf', 10);
INSERT INTO public.subjects VALUES ('hall', 'd0bb114c-c25d-4b52-9398-3c64720621fe', 11);
INSERT INTO public.subjects VALUES ('hall', 'd078d053-8916-433d-aaa7-126bf259b33d', 12);
INSERT INTO public.subjects VALUES ('hall', '6fb0ffca-08e0-4a58-b11b-3c7a9d620378', 13);
INSERT INTO public.subjects VALUES ('hall', '49d9a38f-f697-4ce0-8229-c4da2c55cb0a', 14);
INSERT INTO public.subjects VALUES ('hall', '84015890-058a-42a5-830f-6e5531e03032', 15);
INSERT INTO public.subjects VALUES ('hall', '92c25de5-b6dc-46ad-a9d2-bf151216732b', 16);
INSERT INTO public.subjects VALUES ('hall', '1478eb56-8e1e-4224-a4a8-081d322c65bf', 17);
INSERT INTO public.subjects VALUES ('hall', 'd0bb114c-c25d-4b52-9398-3c64720621fe', 18);
INSERT INTO public.subjects VALUES ('hall', 'd078d053-8916-433d-aaa7-126bf259b33d', 19);
INSERT INTO public.subjects VALUES ('hall', '6fb0ffca-08e0-4a58-b11b-3c7a9d620378', 20);
INSERT INTO public.subjects VALUES ('hall', '49d9a38f-f697-4ce0-8229-c4da2c55cb0a', 21);
INSERT INTO public.subjects VALUES ('hall', 'aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5', 22);
INSERT INTO public.subjects VALUES ('hall', 'a2675274-1027-46d5-af97-bf153581b7cd', 23);
INSERT INTO public.subjects VALUES ('hall', 'aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5', 23);
INSERT INTO public.subjects VALUES ('hall', '5b414a34-417e-46b8-ab6a-5cd754a8af4c', 24);
INSERT INTO public.subjects VALUES ('hall', 'aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5', 24);
INSERT INTO public.subjects VALUES ('hall', 'aedac4a1-7cc9-41fb-a87f-ce6e4c5fbcb5', 25);
INSERT INTO public.subjects VALUES ('hall', 'a2675274-1027-46d5-af97-bf153581b7cd', 26);
INSERT INTO public.subjects VALUES ('hall', 'a2675274-1027-46d5-af97-bf153581b7cd', 27);
INSERT INTO public.subjects VALUES ('hall', 'a2675274-1027-46d5-af97-bf153581b7cd', 28);
INSERT INTO public.subjects VALUES ('hall', '5b414a34-417e-46b8-ab6a-5cd754a8af4c', 29);
INSERT INTO public.subjects VALUES ('hall', '5b414a34-417e-46b8-ab6a-5cd754a8af4c', 30);
INSERT INTO public.subjects VALUES ('hall', '5b414a34-417e-46b8-ab6a-5cd754a8af4c', 31);
INSERT INTO public.subjects VALUES ('hall', 'bb973f95-ed30-43f3-a62b-2669ba6c2fba', 32);
INSERT INTO public.subjects VALUES ('hall', 'a2675274-1027-46d5-af97-bf153581b7cd', 33);
INSERT INTO public.subjects VALUES ('hall', 'bb973f95-ed30-43f3-a62b-2669ba6c2fba', 33);
INSERT INTO public.subjects VALUES ('hall', 'bb973f95-ed30-43f3-a62b-2669ba6c2fba', 34);
INSERT INTO public.subjects VALUES ('hall', 'a2675274-1027-46d5-af97-bf153581b7cd', 35);
INSERT INTO public.subjects VALUES ('hall', 'bb973f95-ed30-43f3-a62b-2669ba6c2fba', 35);
INSERT INTO public.subjects VALUES ('hall', 'bb973f95-ed30-43f3-a62b-2669ba6c2fba', 36);
INSERT INTO public.subjects VALUES ('hall', 'bb973f95-ed30-43f3-a62b-2669ba6c2fba', 37);
INSERT INTO public.subjects VALUES ('hall', 'bb973f95-ed30-43f3-a62b-2669ba6c2fba', 38);
INSERT INTO public.subjects VALUES ('hall', 'a2675274-1027-46d5-af97-bf153581b7cd', 39);
INSERT INTO public.subjects VALUES ('hall', 'bb973f95-ed30-43f3-a62b-2669ba6c2fba', 39);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.arrivals
    ADD CONSTRAINT pk_arrivals PRIMARY KEY (office, id);
ALTER TABLE ONLY public.books_stamp
    ADD CONSTRAINT pk_books_stamp PRIMARY KEY (digest);
ALTER TABLE ONLY public.cases
    ADD CONSTRAINT pk_cases PRIMARY KEY (office, id);
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
ALTER TABLE ONLY public.people
    ADD CONSTRAINT pk_people PRIMARY KEY (office, id);
ALTER TABLE ONLY public.personal_data
    ADD CONSTRAINT pk_personal_data PRIMARY KEY (office, id);
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT pk_sessions PRIMARY KEY (office, token_hash);
ALTER TABLE ONLY public.subjects
    ADD CONSTRAINT pk_subjects PRIMARY KEY (office, subject, seq);
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
ALTER TABLE ONLY public.people
    ADD CONSTRAINT fk_people_office_department FOREIGN KEY (office, department) REFERENCES public.departments(office, id);
