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
INSERT INTO public.alembic_version VALUES ('0001');
INSERT INTO public.arrivals VALUES ('hall', '70cfeeb7-50fc-443a-9ad7-2113f4a82403', '日本郵便', 2, '2020-10-31 01:40:04+00', '02', NULL, 'da669bf9-6c0f-49b1-b190-e6a8d84f6cde', '2020-10-31 01:40:05+00', 2, 'closed');
INSERT INTO public.credentials VALUES ('hall', 'f02cf685-7cbd-478e-86ec-666415516e8c', 'STNZD54Q3KFYYE0', '$argon2id$v=19$m=8,t=1,p=1$sPNbi2S1ypnEVsKIPFaWPw$EFEMOKc3nVGLRSVvU4afv9uoG6aUWB59Cn7JjTlUBag', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '5d7a3f2e-0f5a-4031-994f-be38668b94f8', 'STNEX9RZGXANE5P', '$argon2id$v=19$m=8,t=1,p=1$z70Yq3eVzB+zgZmheGG81A$zTcWQX2L7eeH5nrL1ZLAZ6mgSXs3pkdif0jZsVrCGGI', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', 'da669bf9-6c0f-49b1-b190-e6a8d84f6cde', 'STNPJ0KJQYCZRWP', '$argon2id$v=19$m=8,t=1,p=1$XJKo+lk0POBlqJaWT6XX4w$kBSPTdhSh1eEGG+ry6pH9dofaEQRCCMC/DvfklPxbRc', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', 'faeabb3c-8f4f-450e-84e0-67781c9a6728', 'STNXQ53YXD09HXZ', '$argon2id$v=19$m=8,t=1,p=1$R3jvkaFP5r43pTVmWXCPpg$TZWjpC0f4dFKeEky0eT7+MP9O/6fdr1WCNZ0G8ut8AI', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '7748440b-fab2-4f16-9d2e-1ba2df304758', 'STN7DQ510GQPZJC', '$argon2id$v=19$m=8,t=1,p=1$sNhc8lDQoSjy/kxT1DuoZg$oMy0AVm0jBuKbf5JAOdPlynEE8olaNueY9dQQdxhvss', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '050e3553-31c6-4937-a3a6-d27c8e516796', 'STN8R437EV2H12H', '$argon2id$v=19$m=8,t=1,p=1$M8o31j4qYa5EkKyzBNZu2A$XkKkc1ytDVo5FESBwmmVijSI0IrfEtkRveYDtp2MFDc', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', 'd4f7d4b7-e2ac-4d7b-b913-d2c48bed70fa', 'STNC1ZCY0NEY1VC', '$argon2id$v=19$m=8,t=1,p=1$hJtS6XGMaIp4lzrwTCzGcQ$iH/NSHB0sr4P02dX9G3KbxpcJiKRURhe26bKHihgOoE', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', 'ad9e63e0-0f94-45c8-bc2a-91794ef815a3', 'STN2SMXKRWTXCH7', '$argon2id$v=19$m=8,t=1,p=1$LZnWTeS+zbfB7O6p3rPfPA$fnUHQxpj8hmLHOdltX6/RU+OQ6tGVxLw8pEdCKtRHC4', 0, NULL);
INSERT INTO public.departments VALUES ('hall', '01', '宿直室', 'しゅくちょくしつ', '[]', false);
INSERT INTO public.departments VALUES ('hall', '02', '総務', 'そうむ', '[]', true);
INSERT INTO public.departments VALUES ('hall', '03', '出納室', 'すいとうしつ', '["\u4f1a\u8a08\u8ab2"]', false);
INSERT INTO public.departments VALUES ('hall', '04', '経営企画', 'けいえいきかく', '["\u6c34\u9053"]', false);
INSERT INTO public.handover_items VALUES ('hall', '6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b', 'a0cc052b-6da2-4875-8c30-0c0de0bd0ec5', true, true);
INSERT INTO public.handovers VALUES ('hall', '6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b', '02', '03', 'da669bf9-6c0f-49b1-b190-e6a8d84f6cde', '2020-10-31 01:40:13+00', 'sealed', '719ac49c7dd34f2afbde2b2a2064848a64ec0887b964aba8e0fcb14d5717a3a4', 'da669bf9-6c0f-49b1-b190-e6a8d84f6cde', '050e3553-31c6-4937-a3a6-d27c8e516796', '2020-10-31 01:40:19+00');
INSERT INTO public.heads VALUES ('hall', 39, '9bc0e7a93ff9425867593ab60225664d0ba7a16e0f62ecc1b7c82a2b4c107491', '2020-10-31 01:40:19+00');
INSERT INTO public.items VALUES ('hall', '54337187-e849-46cd-a9a0-ae3299447938', '70cfeeb7-50fc-443a-9ad7-2113f4a82403', '20112345676', '{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, 'da669bf9-6c0f-49b1-b190-e6a8d84f6cde', '2020-10-31 01:40:07+00', 24, '02', '2020-10-31 01:40:07+00', 'held', '03', 'da669bf9-6c0f-49b1-b190-e6a8d84f6cde', 'faeabb3c-8f4f-450e-84e0-67781c9a6728', NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO public.items VALUES ('hall', 'a0cc052b-6da2-4875-8c30-0c0de0bd0ec5', '70cfeeb7-50fc-443a-9ad7-2113f4a82403', '13112383852', '{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, 'da669bf9-6c0f-49b1-b190-e6a8d84f6cde', '2020-10-31 01:40:06+00', 23, '03', '2020-10-31 01:40:19+00', 'held', '03', 'da669bf9-6c0f-49b1-b190-e6a8d84f6cde', 'faeabb3c-8f4f-450e-84e0-67781c9a6728', NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO public.journal VALUES ('hall', 1, '62aee3a2-d63d-4aea-8e39-52ecc6dc6f9d', 0, 'office_founded', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"62aee3a2-d63d-4aea-8e39-52ecc6dc6f9d","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}', 'e7e3800adf222ae260bec76219024a6e24710bc95136ec1386842a10ccbdffc0');
INSERT INTO public.journal VALUES ('hall', 2, '62aee3a2-d63d-4aea-8e39-52ecc6dc6f9d', 1, 'department_opened', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"62aee3a2-d63d-4aea-8e39-52ecc6dc6f9d","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"e7e3800adf222ae260bec76219024a6e24710bc95136ec1386842a10ccbdffc0","seq":2,"terminal":"console","version":1}', '0c2e46b536a53d7c20ff07c3a48e0d452fc418df69311753d88d6e1e06edb312');
INSERT INTO public.journal VALUES ('hall', 3, '62aee3a2-d63d-4aea-8e39-52ecc6dc6f9d', 2, 'person_enrolled', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"62aee3a2-d63d-4aea-8e39-52ecc6dc6f9d","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"bfd060c4fb6da348a529e6553ca063f81ccf66fd8f519d04810ebc87e673b884","id":"dc02d0ee-1ef4-478c-b7ea-781bcbc670e0"},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","roles":["administrator"]},"person":null,"position":2,"previous":"0c2e46b536a53d7c20ff07c3a48e0d452fc418df69311753d88d6e1e06edb312","seq":3,"terminal":"console","version":1}', '5836aaa24aba36777dc25df3a2cb53f2c2f1a2d46834f469e3ac1f00734f5fed');
INSERT INTO public.journal VALUES ('hall', 4, '62aee3a2-d63d-4aea-8e39-52ecc6dc6f9d', 3, 'badge_issued', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"62aee3a2-d63d-4aea-8e39-52ecc6dc6f9d","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"f02cf685-7cbd-478e-86ec-666415516e8c"},"person":null,"position":3,"previous":"5836aaa24aba36777dc25df3a2cb53f2c2f1a2d46834f469e3ac1f00734f5fed","seq":4,"terminal":"console","version":1}', '371951a4130752c5d1384080e293596fb184bef1faecc02771b6e06f571915eb');
INSERT INTO public.journal VALUES ('hall', 5, '1b6201cf-dd98-4d76-a890-839d4c36c103', 0, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"1b6201cf-dd98-4d76-a890-839d4c36c103","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":0,"previous":"371951a4130752c5d1384080e293596fb184bef1faecc02771b6e06f571915eb","seq":5,"terminal":"test","version":1}', '0757e20d22c09a4d1b582048aba733d3ec84691e8342ce93352099bf1b1bdb5b');
INSERT INTO public.journal VALUES ('hall', 6, '1b6201cf-dd98-4d76-a890-839d4c36c103', 1, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"1b6201cf-dd98-4d76-a890-839d4c36c103","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":1,"previous":"0757e20d22c09a4d1b582048aba733d3ec84691e8342ce93352099bf1b1bdb5b","seq":6,"terminal":"test","version":1}', 'e3114d45aac31489f6538ace756d6fe1c60539e4fd89b495465fcf0a80be7dec');
INSERT INTO public.journal VALUES ('hall', 7, '1b6201cf-dd98-4d76-a890-839d4c36c103', 2, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"1b6201cf-dd98-4d76-a890-839d4c36c103","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":2,"previous":"e3114d45aac31489f6538ace756d6fe1c60539e4fd89b495465fcf0a80be7dec","seq":7,"terminal":"test","version":1}', 'f54ad9697214abc7324f41d93b7d1175b52feca58b91c147273b2da8c75493e7');
INSERT INTO public.journal VALUES ('hall', 8, '8b674862-0bbb-428c-b611-f326019f545e', 0, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"853e362357427297dc6762f495458889ecbf17961c087d9ddec29a7283cfe678","id":"821b95fe-6494-4d8c-8cc5-8d5405cad958"},"person":"5d7a3f2e-0f5a-4031-994f-be38668b94f8","roles":["duty_officer"]},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":0,"previous":"f54ad9697214abc7324f41d93b7d1175b52feca58b91c147273b2da8c75493e7","seq":8,"terminal":"test","version":1}', '1f26e6d37131a99c7b183f42f327a81159a0e2512ff2b5544eae534212121696');
INSERT INTO public.journal VALUES ('hall', 9, '8b674862-0bbb-428c-b611-f326019f545e', 1, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"7c0e44cec43cd72f6d9fe5e88d1d5a2a60765d7be50829e465fdf2844e361674","id":"e37991cf-12e8-4fef-bab6-ae713b621dbb"},"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","roles":["clerk"]},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":1,"previous":"1f26e6d37131a99c7b183f42f327a81159a0e2512ff2b5544eae534212121696","seq":9,"terminal":"test","version":1}', '5c1dbcf964bf4d023173be0d0dd9f7c1d7a1dda7bb2db20ce50a7bedeeab11e0');
INSERT INTO public.journal VALUES ('hall', 10, '8b674862-0bbb-428c-b611-f326019f545e', 2, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"d05bd2f948376df1785982a8c309303141b75c0077080ab5d9b9bf98b90d3fa6","id":"940ef1d3-6dfa-4e4b-ae96-5a7d01c2da47"},"person":"faeabb3c-8f4f-450e-84e0-67781c9a6728","roles":["clerk"]},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":2,"previous":"5c1dbcf964bf4d023173be0d0dd9f7c1d7a1dda7bb2db20ce50a7bedeeab11e0","seq":10,"terminal":"test","version":1}', 'b0219cb94777f1bb3cd224d066034661f1629ae83e9c0427b527fb51443727d7');
INSERT INTO public.journal VALUES ('hall', 11, '8b674862-0bbb-428c-b611-f326019f545e', 3, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"9533c2c3a2781867a77741536a52acf7ae2835cf634f9b28e3130164c59fe357","id":"89620cf3-6807-4667-a187-9b8e51a54549"},"person":"7748440b-fab2-4f16-9d2e-1ba2df304758","roles":["supervisor"]},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":3,"previous":"b0219cb94777f1bb3cd224d066034661f1629ae83e9c0427b527fb51443727d7","seq":11,"terminal":"test","version":1}', '6e570a2993910a4efe5976099cb35fa2c8e1d167c1c18868124b9fcb5c004dd3');
INSERT INTO public.journal VALUES ('hall', 12, '8b674862-0bbb-428c-b611-f326019f545e', 4, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"aac2a95e30360f9f8dfc33b2de4fc2d0d0cac6fcc9854013aa46c9f7963f1837","id":"d644a5bb-6049-4a46-b9a2-b7663cfbf4a5"},"person":"050e3553-31c6-4937-a3a6-d27c8e516796","roles":["receiver"]},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":4,"previous":"6e570a2993910a4efe5976099cb35fa2c8e1d167c1c18868124b9fcb5c004dd3","seq":12,"terminal":"test","version":1}', '443dde3170c0587dd50d1cf14b7e59e5b7ca698ca7ad321a61fe7b76dcb6eddf');
INSERT INTO public.journal VALUES ('hall', 13, '8b674862-0bbb-428c-b611-f326019f545e', 5, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"cbb465ea6068c6161170059871ce22b74a85964a849004251382df716fe0b11c","id":"e779a680-0664-4e7d-8d36-68bddeb55c83"},"person":"d4f7d4b7-e2ac-4d7b-b913-d2c48bed70fa","roles":["receiver"]},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":5,"previous":"443dde3170c0587dd50d1cf14b7e59e5b7ca698ca7ad321a61fe7b76dcb6eddf","seq":13,"terminal":"test","version":1}', '769603a73b8d126c679764625ab23f4574c351b9b74a8a1f71af292d81154cc4');
INSERT INTO public.journal VALUES ('hall', 14, '8b674862-0bbb-428c-b611-f326019f545e', 6, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"fccf6fce956f0f23d65c486f93472b8bc5375ca14ee9554ce2ab727b7b9840b2","id":"e334fdde-b58e-476b-8527-f119ce160edd"},"person":"ad9e63e0-0f94-45c8-bc2a-91794ef815a3","roles":["receiver"]},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":6,"previous":"769603a73b8d126c679764625ab23f4574c351b9b74a8a1f71af292d81154cc4","seq":14,"terminal":"test","version":1}', '9f37d8787c77902ae588a81193055ec6f17fb36a9e17853ee95daec2131cf39b');
INSERT INTO public.journal VALUES ('hall', 15, '8b674862-0bbb-428c-b611-f326019f545e', 7, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"5d7a3f2e-0f5a-4031-994f-be38668b94f8"},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":7,"previous":"9f37d8787c77902ae588a81193055ec6f17fb36a9e17853ee95daec2131cf39b","seq":15,"terminal":"test","version":1}', '332deec10b3b0237c304fb6ecd68beb865e9bf343755cff975731c11650117e3');
INSERT INTO public.journal VALUES ('hall', 16, '8b674862-0bbb-428c-b611-f326019f545e', 8, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde"},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":8,"previous":"332deec10b3b0237c304fb6ecd68beb865e9bf343755cff975731c11650117e3","seq":16,"terminal":"test","version":1}', '7cbe217b27820c7175341d5e915ca69733af6884f58fd6096a2262ecbb0d9057');
INSERT INTO public.journal VALUES ('hall', 17, '8b674862-0bbb-428c-b611-f326019f545e', 9, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"faeabb3c-8f4f-450e-84e0-67781c9a6728"},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":9,"previous":"7cbe217b27820c7175341d5e915ca69733af6884f58fd6096a2262ecbb0d9057","seq":17,"terminal":"test","version":1}', 'b60173c0c0595e8c70e36a5a80dd8588c6cd3735664532fc17c624fba4098020');
INSERT INTO public.journal VALUES ('hall', 18, '8b674862-0bbb-428c-b611-f326019f545e', 10, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"7748440b-fab2-4f16-9d2e-1ba2df304758"},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":10,"previous":"b60173c0c0595e8c70e36a5a80dd8588c6cd3735664532fc17c624fba4098020","seq":18,"terminal":"test","version":1}', '356caf4cbdf155dc19a34d21d6ebd06b8d24de6fa69234c19210c40030667292');
INSERT INTO public.journal VALUES ('hall', 19, '8b674862-0bbb-428c-b611-f326019f545e', 11, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"050e3553-31c6-4937-a3a6-d27c8e516796"},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":11,"previous":"356caf4cbdf155dc19a34d21d6ebd06b8d24de6fa69234c19210c40030667292","seq":19,"terminal":"test","version":1}', 'b3cecfe8afd9d8b5301584439f1a5efd7463adb1aab3f628f96c498aad8e4f98');
INSERT INTO public.journal VALUES ('hall', 20, '8b674862-0bbb-428c-b611-f326019f545e', 12, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"d4f7d4b7-e2ac-4d7b-b913-d2c48bed70fa"},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":12,"previous":"b3cecfe8afd9d8b5301584439f1a5efd7463adb1aab3f628f96c498aad8e4f98","seq":20,"terminal":"test","version":1}', '483202ebb475a4971e34721c3a4ccf9ea51f358dfc6eb4808fd8f3224866e680');
INSERT INTO public.journal VALUES ('hall', 21, '8b674862-0bbb-428c-b611-f326019f545e', 13, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"8b674862-0bbb-428c-b611-f326019f545e","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"ad9e63e0-0f94-45c8-bc2a-91794ef815a3"},"person":"f02cf685-7cbd-478e-86ec-666415516e8c","position":13,"previous":"483202ebb475a4971e34721c3a4ccf9ea51f358dfc6eb4808fd8f3224866e680","seq":21,"terminal":"test","version":1}', '28c049a2904ff6bf71417b71715e2e4752042337ea72beabc5eed984c046c29c');
INSERT INTO public.journal VALUES ('hall', 22, '70cfeeb7-50fc-443a-9ad7-2113f4a82403', 0, 'arrival_opened', '{"act":"open_arrival","at":"2020-10-31T01:40:05.000000Z","deed":"70cfeeb7-50fc-443a-9ad7-2113f4a82403","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"70cfeeb7-50fc-443a-9ad7-2113f4a82403","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","position":0,"previous":"28c049a2904ff6bf71417b71715e2e4752042337ea72beabc5eed984c046c29c","seq":22,"terminal":"test","version":1}', 'a5d337a3816949411fe6e1045f2ed042b01b63980d24a474584479604f73525a');
INSERT INTO public.journal VALUES ('hall', 23, 'a0cc052b-6da2-4875-8c30-0c0de0bd0ec5', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"a0cc052b-6da2-4875-8c30-0c0de0bd0ec5","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"70cfeeb7-50fc-443a-9ad7-2113f4a82403","expected":null,"item":"a0cc052b-6da2-4875-8c30-0c0de0bd0ec5","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","position":0,"previous":"a5d337a3816949411fe6e1045f2ed042b01b63980d24a474584479604f73525a","seq":23,"terminal":"test","version":1}', '380ba3f78460b86556e1cb44bf57f7c5610315bcaf3bc5631201d13e240422f8');
INSERT INTO public.journal VALUES ('hall', 24, '54337187-e849-46cd-a9a0-ae3299447938', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:07.000000Z","deed":"54337187-e849-46cd-a9a0-ae3299447938","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"70cfeeb7-50fc-443a-9ad7-2113f4a82403","expected":null,"item":"54337187-e849-46cd-a9a0-ae3299447938","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","position":0,"previous":"380ba3f78460b86556e1cb44bf57f7c5610315bcaf3bc5631201d13e240422f8","seq":24,"terminal":"test","version":1}', 'f87b949dd4438dabed15ad54ed2a971e1cefcece47cf071a1ec1d39c1d492036');
INSERT INTO public.journal VALUES ('hall', 25, '4b4e2670-2396-454a-a981-0094f3d897c9', 0, 'arrival_closed', '{"act":"close_arrival","at":"2020-10-31T01:40:08.000000Z","deed":"4b4e2670-2396-454a-a981-0094f3d897c9","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"70cfeeb7-50fc-443a-9ad7-2113f4a82403","count":2},"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","position":0,"previous":"f87b949dd4438dabed15ad54ed2a971e1cefcece47cf071a1ec1d39c1d492036","seq":25,"terminal":"test","version":1}', '3fa28690eca048094dc655a14f0e8088cebd98911c43d897bab43affb1f1c467');
INSERT INTO public.journal VALUES ('hall', 26, '174d6a7f-5040-402d-aac8-9da6fefbd44c', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:09.000000Z","deed":"174d6a7f-5040-402d-aac8-9da6fefbd44c","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"a0cc052b-6da2-4875-8c30-0c0de0bd0ec5"},"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","position":0,"previous":"3fa28690eca048094dc655a14f0e8088cebd98911c43d897bab43affb1f1c467","seq":26,"terminal":"test","version":1}', 'aaaa0f61d992093aebbe85c662fc7509554664d0cafe10346952e579788e64ff');
INSERT INTO public.journal VALUES ('hall', 27, '14b38904-de85-48b4-a140-54915d339f93', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"14b38904-de85-48b4-a140-54915d339f93","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"a0cc052b-6da2-4875-8c30-0c0de0bd0ec5"},"person":"faeabb3c-8f4f-450e-84e0-67781c9a6728","position":0,"previous":"aaaa0f61d992093aebbe85c662fc7509554664d0cafe10346952e579788e64ff","seq":27,"terminal":"test","version":1}', 'bd9c60c585fc06eea2ce5246536a58d437ae457aafdc8bcd15bd014f5002506f');
INSERT INTO public.journal VALUES ('hall', 28, '14b38904-de85-48b4-a140-54915d339f93', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"14b38904-de85-48b4-a140-54915d339f93","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"faeabb3c-8f4f-450e-84e0-67781c9a6728","department":"03","first_by":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","item":"a0cc052b-6da2-4875-8c30-0c0de0bd0ec5"},"person":"faeabb3c-8f4f-450e-84e0-67781c9a6728","position":1,"previous":"bd9c60c585fc06eea2ce5246536a58d437ae457aafdc8bcd15bd014f5002506f","seq":28,"terminal":"test","version":1}', '067f6ea812c6234e245db1654fc40b55bd73ae3704baa53792a9b99761375cee');
INSERT INTO public.journal VALUES ('hall', 29, '13559c8c-b94a-4e73-ab4e-aaed2824ad67', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:11.000000Z","deed":"13559c8c-b94a-4e73-ab4e-aaed2824ad67","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"54337187-e849-46cd-a9a0-ae3299447938"},"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","position":0,"previous":"067f6ea812c6234e245db1654fc40b55bd73ae3704baa53792a9b99761375cee","seq":29,"terminal":"test","version":1}', 'bd2dda64a3eeb1ad6a6e864ec639bc8dcad93a1f936be28335b0b0684ca94d9a');
INSERT INTO public.journal VALUES ('hall', 30, '5227d2f6-6ed8-4402-a91f-af1182fa7516', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"5227d2f6-6ed8-4402-a91f-af1182fa7516","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"54337187-e849-46cd-a9a0-ae3299447938"},"person":"faeabb3c-8f4f-450e-84e0-67781c9a6728","position":0,"previous":"bd2dda64a3eeb1ad6a6e864ec639bc8dcad93a1f936be28335b0b0684ca94d9a","seq":30,"terminal":"test","version":1}', '5d3046763fa76c5712dd7c4359ee3a22e5432ce3bca01a5fc94f38a6d366f01d');
INSERT INTO public.journal VALUES ('hall', 31, '5227d2f6-6ed8-4402-a91f-af1182fa7516', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"5227d2f6-6ed8-4402-a91f-af1182fa7516","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"faeabb3c-8f4f-450e-84e0-67781c9a6728","department":"03","first_by":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","item":"54337187-e849-46cd-a9a0-ae3299447938"},"person":"faeabb3c-8f4f-450e-84e0-67781c9a6728","position":1,"previous":"5d3046763fa76c5712dd7c4359ee3a22e5432ce3bca01a5fc94f38a6d366f01d","seq":31,"terminal":"test","version":1}', '7d354fa030827dc3d5c80ac350618ee2288efbea70b77afdc778ce000e2b21d7');
INSERT INTO public.journal VALUES ('hall', 32, '6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b', 0, 'handover_opened', '{"act":"open_handover","at":"2020-10-31T01:40:13.000000Z","deed":"6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","handover":"6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b","receiver":"03"},"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","position":0,"previous":"7d354fa030827dc3d5c80ac350618ee2288efbea70b77afdc778ce000e2b21d7","seq":32,"terminal":"test","version":1}', 'ad45f01e4479922df356053340ecaf214e282991d26b31b066c05d212ddc8909');
INSERT INTO public.journal VALUES ('hall', 33, '59072512-f247-49a4-970d-721234194149', 0, 'item_offered', '{"act":"offer","at":"2020-10-31T01:40:14.000000Z","deed":"59072512-f247-49a4-970d-721234194149","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b","item":"a0cc052b-6da2-4875-8c30-0c0de0bd0ec5"},"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","position":0,"previous":"ad45f01e4479922df356053340ecaf214e282991d26b31b066c05d212ddc8909","seq":33,"terminal":"test","version":1}', 'ff8e7eb40ca4ea44670d7b43a171dd1b0d7f1b7fa5339759d96b0b6e59811768');
INSERT INTO public.journal VALUES ('hall', 34, '85bd53ac-396f-44ca-ba3a-d747b07b84bf', 0, 'set_offered', '{"act":"finish_offer","at":"2020-10-31T01:40:15.000000Z","deed":"85bd53ac-396f-44ca-ba3a-d747b07b84bf","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b"},"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","position":0,"previous":"ff8e7eb40ca4ea44670d7b43a171dd1b0d7f1b7fa5339759d96b0b6e59811768","seq":34,"terminal":"test","version":1}', '8e6c5e771de3bbabf2e5139e266e4cdb07aca6af3a468d02edbfa0d5ebf8317c');
INSERT INTO public.journal VALUES ('hall', 35, 'dbe42e58-8e2c-429f-82b6-b2768ff8ad17', 0, 'item_received', '{"act":"receive","at":"2020-10-31T01:40:16.000000Z","deed":"dbe42e58-8e2c-429f-82b6-b2768ff8ad17","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"handover":"6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b","item":"a0cc052b-6da2-4875-8c30-0c0de0bd0ec5"},"person":"050e3553-31c6-4937-a3a6-d27c8e516796","position":0,"previous":"8e6c5e771de3bbabf2e5139e266e4cdb07aca6af3a468d02edbfa0d5ebf8317c","seq":35,"terminal":"test","version":1}', 'a957b7bed9d82343600aeebbd24ca7db71f036e3d0b673c9c4362c640443ad90');
INSERT INTO public.journal VALUES ('hall', 36, '7dd3fa88-2e68-479b-8b17-a5a5d618ef3e', 0, 'count_finished', '{"act":"finish_count","at":"2020-10-31T01:40:17.000000Z","deed":"7dd3fa88-2e68-479b-8b17-a5a5d618ef3e","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"digest":"719ac49c7dd34f2afbde2b2a2064848a64ec0887b964aba8e0fcb14d5717a3a4","extra":[],"handover":"6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b","missing":[],"offered_count":1,"received_count":1},"person":"050e3553-31c6-4937-a3a6-d27c8e516796","position":0,"previous":"a957b7bed9d82343600aeebbd24ca7db71f036e3d0b673c9c4362c640443ad90","seq":36,"terminal":"test","version":1}', '9af040ca9febb5824a68224b69c280852914f461fb8a498be41439893edf29da');
INSERT INTO public.journal VALUES ('hall', 37, '73d692f9-a42e-4f9b-9032-63779c0c8e16', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"73d692f9-a42e-4f9b-9032-63779c0c8e16","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"719ac49c7dd34f2afbde2b2a2064848a64ec0887b964aba8e0fcb14d5717a3a4","handover":"6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b","side":"giver","signer":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde"},"person":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","position":0,"previous":"9af040ca9febb5824a68224b69c280852914f461fb8a498be41439893edf29da","seq":37,"terminal":"test","version":1}', 'c23112e457bdba727bfd092b209bb66290a11db32ca43d88f12bad592c4e209f');
INSERT INTO public.journal VALUES ('hall', 38, '7421a8b6-498c-4f8d-8a2f-38b287739c1a', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"7421a8b6-498c-4f8d-8a2f-38b287739c1a","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"719ac49c7dd34f2afbde2b2a2064848a64ec0887b964aba8e0fcb14d5717a3a4","handover":"6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b","side":"receiver","signer":"050e3553-31c6-4937-a3a6-d27c8e516796"},"person":"050e3553-31c6-4937-a3a6-d27c8e516796","position":0,"previous":"c23112e457bdba727bfd092b209bb66290a11db32ca43d88f12bad592c4e209f","seq":38,"terminal":"test","version":1}', '39cdeedce919fbc9e82ca65b2b4674a414e929474253e465d03460862b4ca4a6');
INSERT INTO public.journal VALUES ('hall', 39, '7421a8b6-498c-4f8d-8a2f-38b287739c1a', 1, 'handover_sealed', '{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"7421a8b6-498c-4f8d-8a2f-38b287739c1a","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"719ac49c7dd34f2afbde2b2a2064848a64ec0887b964aba8e0fcb14d5717a3a4","giver":"02","giver_signer":"da669bf9-6c0f-49b1-b190-e6a8d84f6cde","handover":"6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b","items":["a0cc052b-6da2-4875-8c30-0c0de0bd0ec5"],"receiver":"03","receiver_signer":"050e3553-31c6-4937-a3a6-d27c8e516796"},"person":"050e3553-31c6-4937-a3a6-d27c8e516796","position":1,"previous":"39cdeedce919fbc9e82ca65b2b4674a414e929474253e465d03460862b4ca4a6","seq":39,"terminal":"test","version":1}', '9bc0e7a93ff9425867593ab60225664d0ba7a16e0f62ecc1b7c82a2b4c107491');
INSERT INTO public.people VALUES ('hall', 'f02cf685-7cbd-478e-86ec-666415516e8c', 'dc02d0ee-1ef4-478c-b7ea-781bcbc670e0', 'bfd060c4fb6da348a529e6553ca063f81ccf66fd8f519d04810ebc87e673b884', '01', '["administrator"]', true);
INSERT INTO public.people VALUES ('hall', '5d7a3f2e-0f5a-4031-994f-be38668b94f8', '821b95fe-6494-4d8c-8cc5-8d5405cad958', '853e362357427297dc6762f495458889ecbf17961c087d9ddec29a7283cfe678', '01', '["duty_officer"]', true);
INSERT INTO public.people VALUES ('hall', 'da669bf9-6c0f-49b1-b190-e6a8d84f6cde', 'e37991cf-12e8-4fef-bab6-ae713b621dbb', '7c0e44cec43cd72f6d9fe5e88d1d5a2a60765d7be50829e465fdf2844e361674', '02', '["clerk"]', true);
INSERT INTO public.people VALUES ('hall', 'faeabb3c-8f4f-450e-84e0-67781c9a6728', '940ef1d3-6dfa-4e4b-ae96-5a7d01c2da47', 'd05bd2f948376df1785982a8c309303141b75c0077080ab5d9b9bf98b90d3fa6', '02', '["clerk"]', true);
INSERT INTO public.people VALUES ('hall', '7748440b-fab2-4f16-9d2e-1ba2df304758', '89620cf3-6807-4667-a187-9b8e51a54549', '9533c2c3a2781867a77741536a52acf7ae2835cf634f9b28e3130164c59fe357', '02', '["supervisor"]', true);
INSERT INTO public.people VALUES ('hall', '050e3553-31c6-4937-a3a6-d27c8e516796', 'd644a5bb-6049-4a46-b9a2-b7663cfbf4a5', 'aac2a95e30360f9f8dfc33b2de4fc2d0d0cac6fcc9854013aa46c9f7963f1837', '03', '["receiver"]', true);
INSERT INTO public.people VALUES ('hall', 'd4f7d4b7-e2ac-4d7b-b913-d2c48bed70fa', 'e779a680-0664-4e7d-8d36-68bddeb55c83', 'cbb465ea6068c6161170059871ce22b74a85964a849004251382df716fe0b11c', '04', '["receiver"]', true);
INSERT INTO public.people VALUES ('hall', 'ad9e63e0-0f94-45c8-bc2a-91794ef815a3', 'e334fdde-b58e-476b-8527-f119ce160edd', 'fccf6fce956f0f23d65c486f93472b8bc5375ca14ee9554ce2ab727b7b9840b2', '04', '["receiver"]', true);
INSERT INTO public.personal_data VALUES ('hall', 'dc02d0ee-1ef4-478c-b7ea-781bcbc670e0', 'text/plain; charset=utf-8', '\xd76ebca426b767162e974688b355d5b4', '\xe7aea1e79086e88085', '2020-10-31 01:40:01+00');
INSERT INTO public.personal_data VALUES ('hall', '940ef1d3-6dfa-4e4b-ae96-5a7d01c2da47', 'text/plain; charset=utf-8', '\xdd353e91c87496262aa952d11dcddfd8', '\x636c65726b32', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'e334fdde-b58e-476b-8527-f119ce160edd', 'text/plain; charset=utf-8', '\x0a7f40b239c26dd7707d2ee4ae2e0b7c', '\x776174657232', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'e37991cf-12e8-4fef-bab6-ae713b621dbb', 'text/plain; charset=utf-8', '\x8fad5caacf40b2016f70c916e6fb3adc', '\x636c65726b', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'e779a680-0664-4e7d-8d36-68bddeb55c83', 'text/plain; charset=utf-8', '\x58d184670692617b1f456ecc16fdad87', '\x7761746572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '89620cf3-6807-4667-a187-9b8e51a54549', 'text/plain; charset=utf-8', '\xfd7c5fdc14abebae6856f7b454f83974', '\x73757065727669736f72', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'd644a5bb-6049-4a46-b9a2-b7663cfbf4a5', 'text/plain; charset=utf-8', '\x5e70b78ee3d914440a944fa28921d689', '\x747265617375726572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '821b95fe-6494-4d8c-8cc5-8d5405cad958', 'text/plain; charset=utf-8', '\x4874b73245b1de1a8c29032f6ef9ae45', '\x64757479', '2020-10-31 01:40:03+00');
INSERT INTO public.subjects VALUES ('hall', 'f02cf685-7cbd-478e-86ec-666415516e8c', 3);
INSERT INTO public.subjects VALUES ('hall', 'f02cf685-7cbd-478e-86ec-666415516e8c', 4);
INSERT INTO public.subjects VALUES ('hall', '5d7a3f2e-0f5a-4031-994f-be38668b94f8', 8);
INSERT INTO public.subjects VALUES ('hall', 'da669bf9-6c0f-49b1-b190-e6a8d84f6cde', 9);
INSERT INTO public.subjects VALUES ('hall', 'faeabb3c-8f4f-450e-84e0-67781c9a6728', 10);
INSERT INTO public.subjects VALUES ('hall', '7748440b-fab2-4f16-9d2e-1ba2df304758', 11);
INSERT INTO public.subjects VALUES ('hall', '050e3553-31c6-4937-a3a6-d27c8e516796', 12);
INSERT INTO public.subjects VALUES ('hall', 'd4f7d4b7-e2ac-4d7b-b913-d2c48bed70fa', 13);
INSERT INTO public.subjects VALUES ('hall', 'ad9e63e0-0f94-45c8-bc2a-91794ef815a3', 14);
INSERT INTO public.subjects VALUES ('hall', '5d7a3f2e-0f5a-4031-994f-be38668b94f8', 15);
INSERT INTO public.subjects VALUES ('hall', 'da669bf9-6c0f-49b1-b190-e6a8d84f6cde', 16);
INSERT INTO public.subjects VALUES ('hall', 'faeabb3c-8f4f-450e-84e0-67781c9a6728', 17);
INSERT INTO public.subjects VALUES ('hall', '7748440b-fab2-4f16-9d2e-1ba2df304758', 18);
INSERT INTO public.subjects VALUES ('hall', '050e3553-31c6-4937-a3a6-d27c8e516796', 19);
INSERT INTO public.subjects VALUES ('hall', 'd4f7d4b7-e2ac-4d7b-b913-d2c48bed70fa', 20);
INSERT INTO public.subjects VALUES ('hall', 'ad9e63e0-0f94-45c8-bc2a-91794ef815a3', 21);
INSERT INTO public.subjects VALUES ('hall', '70cfeeb7-50fc-443a-9ad7-2113f4a82403', 22);
INSERT INTO public.subjects VALUES ('hall', 'a0cc052b-6da2-4875-8c30-0c0de0bd0ec5', 23);
INSERT INTO public.subjects VALUES ('hall', '70cfeeb7-50fc-443a-9ad7-2113f4a82403', 23);
INSERT INTO public.subjects VALUES ('hall', '54337187-e849-46cd-a9a0-ae3299447938', 24);
INSERT INTO public.subjects VALUES ('hall', '70cfeeb7-50fc-443a-9ad7-2113f4a82403', 24);
INSERT INTO public.subjects VALUES ('hall', '70cfeeb7-50fc-443a-9ad7-2113f4a82403', 25);
INSERT INTO public.subjects VALUES ('hall', 'a0cc052b-6da2-4875-8c30-0c0de0bd0ec5', 26);
INSERT INTO public.subjects VALUES ('hall', 'a0cc052b-6da2-4875-8c30-0c0de0bd0ec5', 27);
INSERT INTO public.subjects VALUES ('hall', 'a0cc052b-6da2-4875-8c30-0c0de0bd0ec5', 28);
INSERT INTO public.subjects VALUES ('hall', '54337187-e849-46cd-a9a0-ae3299447938', 29);
INSERT INTO public.subjects VALUES ('hall', '54337187-e849-46cd-a9a0-ae3299447938', 30);
INSERT INTO public.subjects VALUES ('hall', '54337187-e849-46cd-a9a0-ae3299447938', 31);
INSERT INTO public.subjects VALUES ('hall', '6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b', 32);
INSERT INTO public.subjects VALUES ('hall', 'a0cc052b-6da2-4875-8c30-0c0de0bd0ec5', 33);
INSERT INTO public.subjects VALUES ('hall', '6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b', 33);
INSERT INTO public.subjects VALUES ('hall', '6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b', 34);
INSERT INTO public.subjects VALUES ('hall', 'a0cc052b-6da2-4875-8c30-0c0de0bd0ec5', 35);
INSERT INTO public.subjects VALUES ('hall', '6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b', 35);
INSERT INTO public.subjects VALUES ('hall', '6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b', 36);
INSERT INTO public.subjects VALUES ('hall', '6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b', 37);
INSERT INTO public.subjects VALUES ('hall', '6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b', 38);
INSERT INTO public.subjects VALUES ('hall', 'a0cc052b-6da2-4875-8c30-0c0de0bd0ec5', 39);
INSERT INTO public.subjects VALUES ('hall', '6f18c9fb-dc12-4bf2-84f0-9cdadae5fb1b', 39);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.arrivals
    ADD CONSTRAINT pk_arrivals PRIMARY KEY (office, id);
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
CREATE TRIGGER handover_items_stay_sealed BEFORE INSERT OR DELETE OR UPDATE ON public.handover_items FOR EACH ROW EXECUTE FUNCTION public.station_sealed_set();
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
