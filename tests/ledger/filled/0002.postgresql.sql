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
INSERT INTO public.alembic_version VALUES ('0002');
INSERT INTO public.arrivals VALUES ('hall', 'edadb730-3b14-4d11-9945-83c261974d58', '日本郵便', 2, '2020-10-31 01:40:04+00', '02', NULL, '1d09959c-aeb3-4078-a3d0-21211f37f738', '2020-10-31 01:40:05+00', 2, 'closed');
INSERT INTO public.credentials VALUES ('hall', 'abe3105c-0f8e-4d79-9d29-d223a5f0efba', 'STN1AWBP12VKN80', '$argon2id$v=19$m=8,t=1,p=1$IQZ/Hl2F32kDp1vsqWTwqg$h4PJh7lS3VfcVtPTJ6Ma9fcZXG9PL+pxzXAyLkq+1hE', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', 'f4030ecf-a0ac-43d3-a50b-7f586422082d', 'STNC0T131BEPHJK', '$argon2id$v=19$m=8,t=1,p=1$jNIExoR/S8aSHi4wpuHZ1w$zQfAi6mPIXpQplAA3Sqj50p9nyeopGXa7TlKVX321vw', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '1d09959c-aeb3-4078-a3d0-21211f37f738', 'STNVZQDZVPTEZ4F', '$argon2id$v=19$m=8,t=1,p=1$P0NPxxzu9WJe7g4q/WaT7A$EGRcrNalhJtv0+2ouGRxI7PN5ptAams5u7N8emAobjU', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', 'bffd9cf6-3e76-4533-9a44-c680ab74641e', 'STNJX4E8MRW1YER', '$argon2id$v=19$m=8,t=1,p=1$0jxn1Oqbavwvqq8UIqzczg$IVe1H57kJ5E/sHKRy9+heUBVVlHcr4ebHynhtMi80pM', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '769e1565-c58c-4183-bca5-ddcb3e8df24a', 'STN071XR5AEKSFN', '$argon2id$v=19$m=8,t=1,p=1$pECETLIgPHuNkmKo9atNMg$28J70vruq0DoUqzCfKSSnaqbhTiDn4FGEHFAGwzxnX8', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '6ec873aa-822d-4cd8-8485-53ac20d15c87', 'STN6WVXCKSG60KR', '$argon2id$v=19$m=8,t=1,p=1$tLomKbQT9r9aC85JGTtjhg$qLa3601nJVxyNe+hrV9ppXJZNyiYeo5WkA1qFqRl540', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', 'fb4cbcc7-bdf8-45a2-ab62-995da4b8824a', 'STN40N8KJZBDFV5', '$argon2id$v=19$m=8,t=1,p=1$t5RyuzopCoFYEvYvMDSfeA$81sXHHRVbthqsAznbhD7FJidRZJqkC9XCo1/M6IDzto', 0, NULL);
INSERT INTO public.credentials VALUES ('hall', '57ab7bb6-ddd4-4064-be58-8197e825c4fe', 'STNJJST9QAEAYQE', '$argon2id$v=19$m=8,t=1,p=1$4Imb18EsgEfBSPQ4idTDRA$vheZPUPQoko/xe6OTvoajcEXnrD5CaPJGJfT7SKjZ8E', 0, NULL);
INSERT INTO public.departments VALUES ('hall', '01', '宿直室', 'しゅくちょくしつ', '[]', false);
INSERT INTO public.departments VALUES ('hall', '02', '総務', 'そうむ', '[]', true);
INSERT INTO public.departments VALUES ('hall', '03', '出納室', 'すいとうしつ', '["\u4f1a\u8a08\u8ab2"]', false);
INSERT INTO public.departments VALUES ('hall', '04', '経営企画', 'けいえいきかく', '["\u6c34\u9053"]', false);
INSERT INTO public.handover_items VALUES ('hall', '73bd8877-04c9-409a-ac04-ee5dde955d0b', 'ce07f965-917e-4649-9267-414fc5f37448', true, true);
INSERT INTO public.handovers VALUES ('hall', '73bd8877-04c9-409a-ac04-ee5dde955d0b', '02', '03', '1d09959c-aeb3-4078-a3d0-21211f37f738', '2020-10-31 01:40:13+00', 'sealed', 'b3b44ce043cecc8597f76ac33d415d1f031b3bdf5259d8db98b7bf74ac37a2a3', '1d09959c-aeb3-4078-a3d0-21211f37f738', '6ec873aa-822d-4cd8-8485-53ac20d15c87', '2020-10-31 01:40:19+00');
INSERT INTO public.heads VALUES ('hall', 39, '22d3e363418b822c63cd5f6592c05ace0511e1b4973c274d6568475be54e0438', '2020-10-31 01:40:19+00');
INSERT INTO public.items VALUES ('hall', 'ece6d87f-b308-426b-b43f-5c880e509bda', 'edadb730-3b14-4d11-9945-83c261974d58', '20112345676', '{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '1d09959c-aeb3-4078-a3d0-21211f37f738', '2020-10-31 01:40:07+00', 24, '02', '2020-10-31 01:40:07+00', 'held', '03', '1d09959c-aeb3-4078-a3d0-21211f37f738', 'bffd9cf6-3e76-4533-9a44-c680ab74641e', NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO public.items VALUES ('hall', 'ce07f965-917e-4649-9267-414fc5f37448', 'edadb730-3b14-4d11-9945-83c261974d58', '13112383852', '{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '1d09959c-aeb3-4078-a3d0-21211f37f738', '2020-10-31 01:40:06+00', 23, '03', '2020-10-31 01:40:19+00', 'held', '03', '1d09959c-aeb3-4078-a3d0-21211f37f738', 'bffd9cf6-3e76-4533-9a44-c680ab74641e', NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO public.journal VALUES ('hall', 1, 'a4e3080c-c33f-4c54-9727-c53171446e4e', 0, 'office_founded', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"a4e3080c-c33f-4c54-9727-c53171446e4e","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}', '59af0ce3f4f061148fa6df20320b7439fda895a9e629b2335a7f4d78c1b4e8cd');
INSERT INTO public.journal VALUES ('hall', 2, 'a4e3080c-c33f-4c54-9727-c53171446e4e', 1, 'department_opened', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"a4e3080c-c33f-4c54-9727-c53171446e4e","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"59af0ce3f4f061148fa6df20320b7439fda895a9e629b2335a7f4d78c1b4e8cd","seq":2,"terminal":"console","version":1}', 'df0a7aab0b78217af923d78e6604a2a206531941c735b688c44f03b04efbfa1a');
INSERT INTO public.journal VALUES ('hall', 3, 'a4e3080c-c33f-4c54-9727-c53171446e4e', 2, 'person_enrolled', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"a4e3080c-c33f-4c54-9727-c53171446e4e","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"b3de0d651dc820df22ffbed3a035642deb5c44830a93b7eb62ee51bff4c14db1","id":"72760d0d-5aec-4607-a932-bc0c087ce472"},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","roles":["administrator"]},"person":null,"position":2,"previous":"df0a7aab0b78217af923d78e6604a2a206531941c735b688c44f03b04efbfa1a","seq":3,"terminal":"console","version":1}', '6106ed2e6a743bfc3e93f0071898af0186d58470723d7477c28d359fe3182941');
INSERT INTO public.journal VALUES ('hall', 4, 'a4e3080c-c33f-4c54-9727-c53171446e4e', 3, 'badge_issued', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"a4e3080c-c33f-4c54-9727-c53171446e4e","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba"},"person":null,"position":3,"previous":"6106ed2e6a743bfc3e93f0071898af0186d58470723d7477c28d359fe3182941","seq":4,"terminal":"console","version":1}', 'acd6a3a851d746ae971adf5a182e3c9cf9128545f3130b512e724583e31d5e70');
INSERT INTO public.journal VALUES ('hall', 5, 'd732fe98-f7f8-4cfd-8bce-52d2049a5dbe', 0, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"d732fe98-f7f8-4cfd-8bce-52d2049a5dbe","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":0,"previous":"acd6a3a851d746ae971adf5a182e3c9cf9128545f3130b512e724583e31d5e70","seq":5,"terminal":"test","version":1}', 'c9657fa34ab954ddb3cbb2025fa60043530dc18a077fe6124e4e35d689955c72');
INSERT INTO public.journal VALUES ('hall', 6, 'd732fe98-f7f8-4cfd-8bce-52d2049a5dbe', 1, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"d732fe98-f7f8-4cfd-8bce-52d2049a5dbe","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":1,"previous":"c9657fa34ab954ddb3cbb2025fa60043530dc18a077fe6124e4e35d689955c72","seq":6,"terminal":"test","version":1}', '2e3fe16db9fb5cffe48334f92e831a78537b7bddc37ea604815fcc2857fcc3dc');
INSERT INTO public.journal VALUES ('hall', 7, 'd732fe98-f7f8-4cfd-8bce-52d2049a5dbe', 2, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"d732fe98-f7f8-4cfd-8bce-52d2049a5dbe","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":2,"previous":"2e3fe16db9fb5cffe48334f92e831a78537b7bddc37ea604815fcc2857fcc3dc","seq":7,"terminal":"test","version":1}', '9a24ab31440c28e4b6208610ee6c7302645adfbf4dc5a7ed893a9c7a99bdb23b');
INSERT INTO public.journal VALUES ('hall', 8, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 0, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"6430afaf9bc7a24cc7d911d7a678556e25cb602b20393d05d7731acef4e8c6d8","id":"fd11c854-4903-44f9-8d30-81be2085065f"},"person":"f4030ecf-a0ac-43d3-a50b-7f586422082d","roles":["duty_officer"]},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":0,"previous":"9a24ab31440c28e4b6208610ee6c7302645adfbf4dc5a7ed893a9c7a99bdb23b","seq":8,"terminal":"test","version":1}', '31e9ac944eaa85cb525cc6112b6fb7276406b59f7b71902bd37c932cc413e9d9');
INSERT INTO public.journal VALUES ('hall', 9, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 1, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"c2c01200f9389b1c3a4a8be4647b9f3a2323932cb5e80a617551aaaa73d0bc7e","id":"d36bef1c-d980-469c-a0b0-c7cc927412da"},"person":"1d09959c-aeb3-4078-a3d0-21211f37f738","roles":["clerk"]},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":1,"previous":"31e9ac944eaa85cb525cc6112b6fb7276406b59f7b71902bd37c932cc413e9d9","seq":9,"terminal":"test","version":1}', 'aaea9e74eb5419f732a5dcc882992e6e2159e4ef12f19069cfdb0d8f86d6311a');
INSERT INTO public.journal VALUES ('hall', 10, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 2, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"2f9d31d328fd3dad62c5798efb140a645e4ae639057ea82b69307c3af8ca6355","id":"2e85c52c-8ced-4265-9ebe-90518510c290"},"person":"bffd9cf6-3e76-4533-9a44-c680ab74641e","roles":["clerk"]},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":2,"previous":"aaea9e74eb5419f732a5dcc882992e6e2159e4ef12f19069cfdb0d8f86d6311a","seq":10,"terminal":"test","version":1}', '88527abc5c5c7de247a60b5695df99683e89159a258ce0b45c16f234c6ed7dea');
INSERT INTO public.journal VALUES ('hall', 11, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 3, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"289746efb95c5695fc3342774971f416460c55460ee42ace2f2c0080f4f04e0f","id":"4d0ed522-a3fe-4946-9937-98340494fd90"},"person":"769e1565-c58c-4183-bca5-ddcb3e8df24a","roles":["supervisor"]},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":3,"previous":"88527abc5c5c7de247a60b5695df99683e89159a258ce0b45c16f234c6ed7dea","seq":11,"terminal":"test","version":1}', '6fb1aadda8525bfa6f7e8393b5033348a99363883a9366130dc9a73db8816df8');
INSERT INTO public.journal VALUES ('hall', 12, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 4, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"fdddb070096c94aa884d039d743b5622b81d71ae8b0fe4cf2ad9d1ffef5bf06c","id":"28490164-85a4-4aa5-be8d-d540a84cea1e"},"person":"6ec873aa-822d-4cd8-8485-53ac20d15c87","roles":["receiver"]},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":4,"previous":"6fb1aadda8525bfa6f7e8393b5033348a99363883a9366130dc9a73db8816df8","seq":12,"terminal":"test","version":1}', 'b184dc1714ff67401b10668e34074c10e2d569a870a476716fcdbb29b005f16b');
INSERT INTO public.journal VALUES ('hall', 13, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 5, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"48a49541b51618e8327118fd991665d455f3f5f372f61068da6d0e64c98bf618","id":"0519f157-0e1d-4cd5-90e1-f36a77722cc3"},"person":"fb4cbcc7-bdf8-45a2-ab62-995da4b8824a","roles":["receiver"]},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":5,"previous":"b184dc1714ff67401b10668e34074c10e2d569a870a476716fcdbb29b005f16b","seq":13,"terminal":"test","version":1}', '7a05b64a33090621dfaf2dbac9edf5fbd940ad1e38146f9e743685771011161e');
INSERT INTO public.journal VALUES ('hall', 14, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 6, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"bff33cb17f07b6dc9eea97616f411b04193d78cec0de0699d5e1f9c6c5afb97d","id":"c3c7d095-e409-4dee-9d93-6c1d562c9086"},"person":"57ab7bb6-ddd4-4064-be58-8197e825c4fe","roles":["receiver"]},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":6,"previous":"7a05b64a33090621dfaf2dbac9edf5fbd940ad1e38146f9e743685771011161e","seq":14,"terminal":"test","version":1}', '3d3d7c9d82bd8593bd6f323cd009c132a9a52baf59c2fad724112af19b4419fc');
INSERT INTO public.journal VALUES ('hall', 15, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 7, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"f4030ecf-a0ac-43d3-a50b-7f586422082d"},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":7,"previous":"3d3d7c9d82bd8593bd6f323cd009c132a9a52baf59c2fad724112af19b4419fc","seq":15,"terminal":"test","version":1}', 'a2fee507f44216a8f0b7bad0e9f7e16c7e9e1798f5fbb06db6a030b4668baa31');
INSERT INTO public.journal VALUES ('hall', 16, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 8, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"1d09959c-aeb3-4078-a3d0-21211f37f738"},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":8,"previous":"a2fee507f44216a8f0b7bad0e9f7e16c7e9e1798f5fbb06db6a030b4668baa31","seq":16,"terminal":"test","version":1}', '5cf9157133046ddfedfcf7c5a08d25fc5220676b39b734e8ed5c643285e89fb2');
INSERT INTO public.journal VALUES ('hall', 17, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 9, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"bffd9cf6-3e76-4533-9a44-c680ab74641e"},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":9,"previous":"5cf9157133046ddfedfcf7c5a08d25fc5220676b39b734e8ed5c643285e89fb2","seq":17,"terminal":"test","version":1}', 'b8598b82c399c023ba680fcdfe34e178e60e482df42d210e7a6fe8bdb042451d');
INSERT INTO public.journal VALUES ('hall', 18, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 10, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"769e1565-c58c-4183-bca5-ddcb3e8df24a"},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":10,"previous":"b8598b82c399c023ba680fcdfe34e178e60e482df42d210e7a6fe8bdb042451d","seq":18,"terminal":"test","version":1}', 'd2bf37f7525574a628f2ba9ef09683a4cb4f0f60bf04de8f1d027dd01801bb80');
INSERT INTO public.journal VALUES ('hall', 19, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 11, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"6ec873aa-822d-4cd8-8485-53ac20d15c87"},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":11,"previous":"d2bf37f7525574a628f2ba9ef09683a4cb4f0f60bf04de8f1d027dd01801bb80","seq":19,"terminal":"test","version":1}', '40a7c0c5378fb19b1109e8515ccd4473b6134cfe5c2a0210f1d23287182b14eb');
INSERT INTO public.journal VALUES ('hall', 20, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 12, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"fb4cbcc7-bdf8-45a2-ab62-995da4b8824a"},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":12,"previous":"40a7c0c5378fb19b1109e8515ccd4473b6134cfe5c2a0210f1d23287182b14eb","seq":20,"terminal":"test","version":1}', 'e3ccce12ee088d16c6938a6b9182f24d1117305cdbbefe0cc487a0838f9a9f16');
INSERT INTO public.journal VALUES ('hall', 21, '4bc81dae-8640-48eb-883c-50d9bdeadf83', 13, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"4bc81dae-8640-48eb-883c-50d9bdeadf83","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"57ab7bb6-ddd4-4064-be58-8197e825c4fe"},"person":"abe3105c-0f8e-4d79-9d29-d223a5f0efba","position":13,"previous":"e3ccce12ee088d16c6938a6b9182f24d1117305cdbbefe0cc487a0838f9a9f16","seq":21,"terminal":"test","version":1}', '9a4fbe8771faae67f9490547a6cd710ede6630692621219e0ea3eaf08e70ae35');
INSERT INTO public.journal VALUES ('hall', 22, 'edadb730-3b14-4d11-9945-83c261974d58', 0, 'arrival_opened', '{"act":"open_arrival","at":"2020-10-31T01:40:05.000000Z","deed":"edadb730-3b14-4d11-9945-83c261974d58","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"edadb730-3b14-4d11-9945-83c261974d58","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"1d09959c-aeb3-4078-a3d0-21211f37f738","position":0,"previous":"9a4fbe8771faae67f9490547a6cd710ede6630692621219e0ea3eaf08e70ae35","seq":22,"terminal":"test","version":1}', 'e9b5da043a6ebd62defc7924b5d914f43e1307e8685dfef92aacd2d5d474613f');
INSERT INTO public.journal VALUES ('hall', 23, 'ce07f965-917e-4649-9267-414fc5f37448', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"ce07f965-917e-4649-9267-414fc5f37448","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"edadb730-3b14-4d11-9945-83c261974d58","expected":null,"item":"ce07f965-917e-4649-9267-414fc5f37448","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"1d09959c-aeb3-4078-a3d0-21211f37f738","position":0,"previous":"e9b5da043a6ebd62defc7924b5d914f43e1307e8685dfef92aacd2d5d474613f","seq":23,"terminal":"test","version":1}', '1161cbd1e9d7c7f5b8f522cead6b5d5839dcc90671d996c003650c8fc9fb12d9');
INSERT INTO public.journal VALUES ('hall', 24, 'ece6d87f-b308-426b-b43f-5c880e509bda', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:07.000000Z","deed":"ece6d87f-b308-426b-b43f-5c880e509bda","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"edadb730-3b14-4d11-9945-83c261974d58","expected":null,"item":"ece6d87f-b308-426b-b43f-5c880e509bda","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"1d09959c-aeb3-4078-a3d0-21211f37f738","position":0,"previous":"1161cbd1e9d7c7f5b8f522cead6b5d5839dcc90671d996c003650c8fc9fb12d9","seq":24,"terminal":"test","version":1}', 'df0ee9a182e5e7b610a1a505dfa60dab6bdc209f84d1b45e2a6d945236478db0');
INSERT INTO public.journal VALUES ('hall', 25, '4809b102-e8cb-4758-9941-0f95bfaaaef9', 0, 'arrival_closed', '{"act":"close_arrival","at":"2020-10-31T01:40:08.000000Z","deed":"4809b102-e8cb-4758-9941-0f95bfaaaef9","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"edadb730-3b14-4d11-9945-83c261974d58","count":2},"person":"1d09959c-aeb3-4078-a3d0-21211f37f738","position":0,"previous":"df0ee9a182e5e7b610a1a505dfa60dab6bdc209f84d1b45e2a6d945236478db0","seq":25,"terminal":"test","version":1}', '0c9af6947d20e4a7a23968bc814a62871d9c467224f3c743c478de9a20f0f5dc');
INSERT INTO public.journal VALUES ('hall', 26, '82a3f548-2319-453c-bccc-cb676ef6633b', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:09.000000Z","deed":"82a3f548-2319-453c-bccc-cb676ef6633b","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"ce07f965-917e-4649-9267-414fc5f37448"},"person":"1d09959c-aeb3-4078-a3d0-21211f37f738","position":0,"previous":"0c9af6947d20e4a7a23968bc814a62871d9c467224f3c743c478de9a20f0f5dc","seq":26,"terminal":"test","version":1}', '2fd249accea75773b4bc2373a96a3dd5490a67f8d26866148c6d10f5c21053b8');
INSERT INTO public.journal VALUES ('hall', 27, '5fbde8e3-3317-4616-b9bd-592100376b01', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"5fbde8e3-3317-4616-b9bd-592100376b01","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"ce07f965-917e-4649-9267-414fc5f37448"},"person":"bffd9cf6-3e76-4533-9a44-c680ab74641e","position":0,"previous":"2fd249accea75773b4bc2373a96a3dd5490a67f8d26866148c6d10f5c21053b8","seq":27,"terminal":"test","version":1}', 'f916995522f05cc0a56669cb3a5eaca3ef40783093a7534ce2fe298eb6853c37');
INSERT INTO public.journal VALUES ('hall', 28, '5fbde8e3-3317-4616-b9bd-592100376b01', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"5fbde8e3-3317-4616-b9bd-592100376b01","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"bffd9cf6-3e76-4533-9a44-c680ab74641e","department":"03","first_by":"1d09959c-aeb3-4078-a3d0-21211f37f738","item":"ce07f965-917e-4649-9267-414fc5f37448"},"person":"bffd9cf6-3e76-4533-9a44-c680ab74641e","position":1,"previous":"f916995522f05cc0a56669cb3a5eaca3ef40783093a7534ce2fe298eb6853c37","seq":28,"terminal":"test","version":1}', '21a4131ca372c39295f9db09edab386259093707fd7aa5971fb05e72308215d5');
INSERT INTO public.journal VALUES ('hall', 29, 'eb8a1c1f-e5e7-4c59-bf69-803b7786ffb3', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:11.000000Z","deed":"eb8a1c1f-e5e7-4c59-bf69-803b7786ffb3","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"ece6d87f-b308-426b-b43f-5c880e509bda"},"person":"1d09959c-aeb3-4078-a3d0-21211f37f738","position":0,"previous":"21a4131ca372c39295f9db09edab386259093707fd7aa5971fb05e72308215d5","seq":29,"terminal":"test","version":1}', '86afa07ec1cd6dfd70ff3b5c8adeed0451281f479ca516b329a47a29baad855c');
INSERT INTO public.journal VALUES ('hall', 30, 'e650e735-d12d-48d0-95ac-312cb4e1c0e4', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"e650e735-d12d-48d0-95ac-312cb4e1c0e4","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"ece6d87f-b308-426b-b43f-5c880e509bda"},"person":"bffd9cf6-3e76-4533-9a44-c680ab74641e","position":0,"previous":"86afa07ec1cd6dfd70ff3b5c8adeed0451281f479ca516b329a47a29baad855c","seq":30,"terminal":"test","version":1}', '8930b4c2a720a6d9c942327c013609e2a81714b1b4e59e771f192024c7c3d49a');
INSERT INTO public.journal VALUES ('hall', 31, 'e650e735-d12d-48d0-95ac-312cb4e1c0e4', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"e650e735-d12d-48d0-95ac-312cb4e1c0e4","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"bffd9cf6-3e76-4533-9a44-c680ab74641e","department":"03","first_by":"1d09959c-aeb3-4078-a3d0-21211f37f738","item":"ece6d87f-b308-426b-b43f-5c880e509bda"},"person":"bffd9cf6-3e76-4533-9a44-c680ab74641e","position":1,"previous":"8930b4c2a720a6d9c942327c013609e2a81714b1b4e59e771f192024c7c3d49a","seq":31,"terminal":"test","version":1}', 'ddeb21d9ce6a4f55addb473c7288f67173fc16051255e4efe34a4cd4432c570d');
INSERT INTO public.journal VALUES ('hall', 32, '73bd8877-04c9-409a-ac04-ee5dde955d0b', 0, 'handover_opened', '{"act":"open_handover","at":"2020-10-31T01:40:13.000000Z","deed":"73bd8877-04c9-409a-ac04-ee5dde955d0b","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","handover":"73bd8877-04c9-409a-ac04-ee5dde955d0b","receiver":"03"},"person":"1d09959c-aeb3-4078-a3d0-21211f37f738","position":0,"previous":"ddeb21d9ce6a4f55addb473c7288f67173fc16051255e4efe34a4cd4432c570d","seq":32,"terminal":"test","version":1}', 'f3a064a0a9fa29b062bd9bb0f5aec7da2f3df872d43f327f56a95832d34c46d4');
INSERT INTO public.journal VALUES ('hall', 33, '5758b6f0-bed8-4f70-a7f3-9164f7c7910f', 0, 'item_offered', '{"act":"offer","at":"2020-10-31T01:40:14.000000Z","deed":"5758b6f0-bed8-4f70-a7f3-9164f7c7910f","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"73bd8877-04c9-409a-ac04-ee5dde955d0b","item":"ce07f965-917e-4649-9267-414fc5f37448"},"person":"1d09959c-aeb3-4078-a3d0-21211f37f738","position":0,"previous":"f3a064a0a9fa29b062bd9bb0f5aec7da2f3df872d43f327f56a95832d34c46d4","seq":33,"terminal":"test","version":1}', '926cfbf1570a3fee285eb1c48df10a2ede7cfb79b59da626020c36339dfe0a46');
INSERT INTO public.journal VALUES ('hall', 34, '3d98fde4-eb97-404f-8f40-ea5c56856040', 0, 'set_offered', '{"act":"finish_offer","at":"2020-10-31T01:40:15.000000Z","deed":"3d98fde4-eb97-404f-8f40-ea5c56856040","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"73bd8877-04c9-409a-ac04-ee5dde955d0b"},"person":"1d09959c-aeb3-4078-a3d0-21211f37f738","position":0,"previous":"926cfbf1570a3fee285eb1c48df10a2ede7cfb79b59da626020c36339dfe0a46","seq":34,"terminal":"test","version":1}', '2eb38e04e25104468ff3a94b91039a3e8558aea3da5c2126fd88fc3092e206e0');
INSERT INTO public.journal VALUES ('hall', 35, '55e29321-95c9-42f3-aad4-513d56f95d60', 0, 'item_received', '{"act":"receive","at":"2020-10-31T01:40:16.000000Z","deed":"55e29321-95c9-42f3-aad4-513d56f95d60","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"handover":"73bd8877-04c9-409a-ac04-ee5dde955d0b","item":"ce07f965-917e-4649-9267-414fc5f37448"},"person":"6ec873aa-822d-4cd8-8485-53ac20d15c87","position":0,"previous":"2eb38e04e25104468ff3a94b91039a3e8558aea3da5c2126fd88fc3092e206e0","seq":35,"terminal":"test","version":1}', '6984375e974c7d749ec373dfed4947b8e51c7a3645b3e31574f27c2c732a3fa4');
INSERT INTO public.journal VALUES ('hall', 36, '29fb8d6e-995e-44ec-8567-056843b758fb', 0, 'count_finished', '{"act":"finish_count","at":"2020-10-31T01:40:17.000000Z","deed":"29fb8d6e-995e-44ec-8567-056843b758fb","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"digest":"b3b44ce043cecc8597f76ac33d415d1f031b3bdf5259d8db98b7bf74ac37a2a3","extra":[],"handover":"73bd8877-04c9-409a-ac04-ee5dde955d0b","missing":[],"offered_count":1,"received_count":1},"person":"6ec873aa-822d-4cd8-8485-53ac20d15c87","position":0,"previous":"6984375e974c7d749ec373dfed4947b8e51c7a3645b3e31574f27c2c732a3fa4","seq":36,"terminal":"test","version":1}', 'dc726832c52bab149260d9a1d3ddd3ba9e69005fcbe2eefbaf8e92d368537497');
INSERT INTO public.journal VALUES ('hall', 37, '69ac20ab-9e7e-41fc-a5e7-c35432d33ad6', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"69ac20ab-9e7e-41fc-a5e7-c35432d33ad6","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"b3b44ce043cecc8597f76ac33d415d1f031b3bdf5259d8db98b7bf74ac37a2a3","handover":"73bd8877-04c9-409a-ac04-ee5dde955d0b","side":"giver","signer":"1d09959c-aeb3-4078-a3d0-21211f37f738"},"person":"1d09959c-aeb3-4078-a3d0-21211f37f738","position":0,"previous":"dc726832c52bab149260d9a1d3ddd3ba9e69005fcbe2eefbaf8e92d368537497","seq":37,"terminal":"test","version":1}', '2e8284eb3aed53762f2734b3b747dccc353415bb7dc45ea03e504540f5a95581');
INSERT INTO public.journal VALUES ('hall', 38, '4e02ddce-3990-4280-b7ad-a84b85c71a72', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"4e02ddce-3990-4280-b7ad-a84b85c71a72","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"b3b44ce043cecc8597f76ac33d415d1f031b3bdf5259d8db98b7bf74ac37a2a3","handover":"73bd8877-04c9-409a-ac04-ee5dde955d0b","side":"receiver","signer":"6ec873aa-822d-4cd8-8485-53ac20d15c87"},"person":"6ec873aa-822d-4cd8-8485-53ac20d15c87","position":0,"previous":"2e8284eb3aed53762f2734b3b747dccc353415bb7dc45ea03e504540f5a95581","seq":38,"terminal":"test","version":1}', '6cf098eb78240cba78a3ce46842a467d0fca7b4c5c89b32d59ebcbd14863c9d9');
INSERT INTO public.journal VALUES ('hall', 39, '4e02ddce-3990-4280-b7ad-a84b85c71a72', 1, 'handover_sealed', '{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"4e02ddce-3990-4280-b7ad-a84b85c71a72","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"b3b44ce043cecc8597f76ac33d415d1f031b3bdf5259d8db98b7bf74ac37a2a3","giver":"02","giver_signer":"1d09959c-aeb3-4078-a3d0-21211f37f738","handover":"73bd8877-04c9-409a-ac04-ee5dde955d0b","items":["ce07f965-917e-4649-9267-414fc5f37448"],"receiver":"03","receiver_signer":"6ec873aa-822d-4cd8-8485-53ac20d15c87"},"person":"6ec873aa-822d-4cd8-8485-53ac20d15c87","position":1,"previous":"6cf098eb78240cba78a3ce46842a467d0fca7b4c5c89b32d59ebcbd14863c9d9","seq":39,"terminal":"test","version":1}', '22d3e363418b822c63cd5f6592c05ace0511e1b4973c274d6568475be54e0438');
INSERT INTO public.people VALUES ('hall', 'abe3105c-0f8e-4d79-9d29-d223a5f0efba', '72760d0d-5aec-4607-a932-bc0c087ce472', 'b3de0d651dc820df22ffbed3a035642deb5c44830a93b7eb62ee51bff4c14db1', '01', '["administrator"]', true);
INSERT INTO public.people VALUES ('hall', 'f4030ecf-a0ac-43d3-a50b-7f586422082d', 'fd11c854-4903-44f9-8d30-81be2085065f', '6430afaf9bc7a24cc7d911d7a678556e25cb602b20393d05d7731acef4e8c6d8', '01', '["duty_officer"]', true);
INSERT INTO public.people VALUES ('hall', '1d09959c-aeb3-4078-a3d0-21211f37f738', 'd36bef1c-d980-469c-a0b0-c7cc927412da', 'c2c01200f9389b1c3a4a8be4647b9f3a2323932cb5e80a617551aaaa73d0bc7e', '02', '["clerk"]', true);
INSERT INTO public.people VALUES ('hall', 'bffd9cf6-3e76-4533-9a44-c680ab74641e', '2e85c52c-8ced-4265-9ebe-90518510c290', '2f9d31d328fd3dad62c5798efb140a645e4ae639057ea82b69307c3af8ca6355', '02', '["clerk"]', true);
INSERT INTO public.people VALUES ('hall', '769e1565-c58c-4183-bca5-ddcb3e8df24a', '4d0ed522-a3fe-4946-9937-98340494fd90', '289746efb95c5695fc3342774971f416460c55460ee42ace2f2c0080f4f04e0f', '02', '["supervisor"]', true);
INSERT INTO public.people VALUES ('hall', '6ec873aa-822d-4cd8-8485-53ac20d15c87', '28490164-85a4-4aa5-be8d-d540a84cea1e', 'fdddb070096c94aa884d039d743b5622b81d71ae8b0fe4cf2ad9d1ffef5bf06c', '03', '["receiver"]', true);
INSERT INTO public.people VALUES ('hall', 'fb4cbcc7-bdf8-45a2-ab62-995da4b8824a', '0519f157-0e1d-4cd5-90e1-f36a77722cc3', '48a49541b51618e8327118fd991665d455f3f5f372f61068da6d0e64c98bf618', '04', '["receiver"]', true);
INSERT INTO public.people VALUES ('hall', '57ab7bb6-ddd4-4064-be58-8197e825c4fe', 'c3c7d095-e409-4dee-9d93-6c1d562c9086', 'bff33cb17f07b6dc9eea97616f411b04193d78cec0de0699d5e1f9c6c5afb97d', '04', '["receiver"]', true);
INSERT INTO public.personal_data VALUES ('hall', '72760d0d-5aec-4607-a932-bc0c087ce472', 'text/plain; charset=utf-8', '\x11cb4a340116add588bd99320e63c1b5', '\xe7aea1e79086e88085', '2020-10-31 01:40:01+00');
INSERT INTO public.personal_data VALUES ('hall', 'fd11c854-4903-44f9-8d30-81be2085065f', 'text/plain; charset=utf-8', '\x112e29b1a4b829830490b6ba22e5744c', '\x64757479', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'c3c7d095-e409-4dee-9d93-6c1d562c9086', 'text/plain; charset=utf-8', '\x8bb43532b19f5307480c4f8dc4d845ba', '\x776174657232', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '2e85c52c-8ced-4265-9ebe-90518510c290', 'text/plain; charset=utf-8', '\x11801b483a9bda315d70d8247808e2b2', '\x636c65726b32', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '28490164-85a4-4aa5-be8d-d540a84cea1e', 'text/plain; charset=utf-8', '\x1bb58ec7bd8aba688879561e37ac9462', '\x747265617375726572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'd36bef1c-d980-469c-a0b0-c7cc927412da', 'text/plain; charset=utf-8', '\xe488990d5b7fca6a543d64581e359b9a', '\x636c65726b', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '0519f157-0e1d-4cd5-90e1-f36a77722cc3', 'text/plain; charset=utf-8', '\x534e839b4cd8f26ce6727fa6655c59c7', '\x7761746572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '4d0ed522-a3fe-4946-9937-98340494fd90', 'text/plain; charset=utf-8', '\x7fb5edeb81eeb698e24c9ef9fca02f11', '\x73757065727669736f72', '2020-10-31 01:40:03+00');
INSERT INTO public.subjects VALUES ('hall', 'abe3105c-0f8e-4d79-9d29-d223a5f0efba', 3);
INSERT INTO public.subjects VALUES ('hall', 'abe3105c-0f8e-4d79-9d29-d223a5f0efba', 4);
INSERT INTO public.subjects VALUES ('hall', 'f4030ecf-a0ac-43d3-a50b-7f586422082d', 8);
INSERT INTO public.subjects VALUES ('hall', '1d09959c-aeb3-4078-a3d0-21211f37f738', 9);
INSERT INTO public.subjects VALUES ('hall', 'bffd9cf6-3e76-4533-9a44-c680ab74641e', 10);
INSERT INTO public.subjects VALUES ('hall', '769e1565-c58c-4183-bca5-ddcb3e8df24a', 11);
INSERT INTO public.subjects VALUES ('hall', '6ec873aa-822d-4cd8-8485-53ac20d15c87', 12);
INSERT INTO public.subjects VALUES ('hall', 'fb4cbcc7-bdf8-45a2-ab62-995da4b8824a', 13);
INSERT INTO public.subjects VALUES ('hall', '57ab7bb6-ddd4-4064-be58-8197e825c4fe', 14);
INSERT INTO public.subjects VALUES ('hall', 'f4030ecf-a0ac-43d3-a50b-7f586422082d', 15);
INSERT INTO public.subjects VALUES ('hall', '1d09959c-aeb3-4078-a3d0-21211f37f738', 16);
INSERT INTO public.subjects VALUES ('hall', 'bffd9cf6-3e76-4533-9a44-c680ab74641e', 17);
INSERT INTO public.subjects VALUES ('hall', '769e1565-c58c-4183-bca5-ddcb3e8df24a', 18);
INSERT INTO public.subjects VALUES ('hall', '6ec873aa-822d-4cd8-8485-53ac20d15c87', 19);
INSERT INTO public.subjects VALUES ('hall', 'fb4cbcc7-bdf8-45a2-ab62-995da4b8824a', 20);
INSERT INTO public.subjects VALUES ('hall', '57ab7bb6-ddd4-4064-be58-8197e825c4fe', 21);
INSERT INTO public.subjects VALUES ('hall', 'edadb730-3b14-4d11-9945-83c261974d58', 22);
INSERT INTO public.subjects VALUES ('hall', 'ce07f965-917e-4649-9267-414fc5f37448', 23);
INSERT INTO public.subjects VALUES ('hall', 'edadb730-3b14-4d11-9945-83c261974d58', 23);
INSERT INTO public.subjects VALUES ('hall', 'edadb730-3b14-4d11-9945-83c261974d58', 24);
INSERT INTO public.subjects VALUES ('hall', 'ece6d87f-b308-426b-b43f-5c880e509bda', 24);
INSERT INTO public.subjects VALUES ('hall', 'edadb730-3b14-4d11-9945-83c261974d58', 25);
INSERT INTO public.subjects VALUES ('hall', 'ce07f965-917e-4649-9267-414fc5f37448', 26);
INSERT INTO public.subjects VALUES ('hall', 'ce07f965-917e-4649-9267-414fc5f37448', 27);
INSERT INTO public.subjects VALUES ('hall', 'ce07f965-917e-4649-9267-414fc5f37448', 28);
INSERT INTO public.subjects VALUES ('hall', 'ece6d87f-b308-426b-b43f-5c880e509bda', 29);
INSERT INTO public.subjects VALUES ('hall', 'ece6d87f-b308-426b-b43f-5c880e509bda', 30);
INSERT INTO public.subjects VALUES ('hall', 'ece6d87f-b308-426b-b43f-5c880e509bda', 31);
INSERT INTO public.subjects VALUES ('hall', '73bd8877-04c9-409a-ac04-ee5dde955d0b', 32);
INSERT INTO public.subjects VALUES ('hall', 'ce07f965-917e-4649-9267-414fc5f37448', 33);
INSERT INTO public.subjects VALUES ('hall', '73bd8877-04c9-409a-ac04-ee5dde955d0b', 33);
INSERT INTO public.subjects VALUES ('hall', '73bd8877-04c9-409a-ac04-ee5dde955d0b', 34);
INSERT INTO public.subjects VALUES ('hall', 'ce07f965-917e-4649-9267-414fc5f37448', 35);
INSERT INTO public.subjects VALUES ('hall', '73bd8877-04c9-409a-ac04-ee5dde955d0b', 35);
INSERT INTO public.subjects VALUES ('hall', '73bd8877-04c9-409a-ac04-ee5dde955d0b', 36);
INSERT INTO public.subjects VALUES ('hall', '73bd8877-04c9-409a-ac04-ee5dde955d0b', 37);
INSERT INTO public.subjects VALUES ('hall', '73bd8877-04c9-409a-ac04-ee5dde955d0b', 38);
INSERT INTO public.subjects VALUES ('hall', 'ce07f965-917e-4649-9267-414fc5f37448', 39);
INSERT INTO public.subjects VALUES ('hall', '73bd8877-04c9-409a-ac04-ee5dde955d0b', 39);
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
