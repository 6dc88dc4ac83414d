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
INSERT INTO public.alembic_version VALUES ('0006');
INSERT INTO public.arrivals VALUES ('hall', '1001668e-1bb0-40b4-ba63-6f8298389791', '日本郵便', 2, '2020-10-31 01:40:04+00', '02', NULL, '946dfe39-a653-4586-8dda-057518cba6c9', '2020-10-31 01:40:04+00', 2, 'closed', '[]');
INSERT INTO public.books_stamp VALUES ('ad6c8ad5d4c1c2f6a58e8e9a1a05ba36c0f35a057c6c6c8c7daa2a60dad50edc');
INSERT INTO public.credentials VALUES ('hall', 'fcc4e5c1-150e-4f03-8d8e-15f1056fbd35', 'STNTV1858DS5GV6', '$argon2id$v=19$m=8,t=1,p=1$pSzHAFsoM+aaqeDdx4vQRQ$nR/pY5oXg0lmJCgYbv+RBWInuMVws0puC7i9E0PkUkw', false);
INSERT INTO public.credentials VALUES ('hall', '0d5ada7e-fafd-427c-9d1d-406fc7c33997', 'STNBGFYQ87E9F9T', '$argon2id$v=19$m=8,t=1,p=1$EfD2nBPVXSwsJJPRIh+oqg$N/Xuxr5gf+lgd6RmLtQylSyZ9hG6fpE6BkApoebgRvM', false);
INSERT INTO public.credentials VALUES ('hall', '946dfe39-a653-4586-8dda-057518cba6c9', 'STNVND68D59GKZF', '$argon2id$v=19$m=8,t=1,p=1$mWXBFgImx8kyQ6R8I5AIiw$QjmOJvtOvXycq9/+2hGvSrlWwUbXKuAWhmrxaf4h9tw', false);
INSERT INTO public.credentials VALUES ('hall', '761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd', 'STN3WTMYM2SN4WY', '$argon2id$v=19$m=8,t=1,p=1$5MFQRJNP6kIjaLFqpUyH4A$I075njLUNQ8PUrjUCNgrEy+1kpgV0CRaDwtM4CQZClM', false);
INSERT INTO public.credentials VALUES ('hall', '91816bd1-8719-421b-9873-ce4c65e6eaf1', 'STNZ4YF6Z93ESNT', '$argon2id$v=19$m=8,t=1,p=1$pNM2KJ53VVT4hZiAEVBnag$Vf6AB8JeTsZPp4/tEzcmAhQVpdRnGRIX3Ly1vO0HIMc', false);
INSERT INTO public.credentials VALUES ('hall', '5b932441-a35a-42d9-839b-7d69cf3afceb', 'STN204Q3NSH8HGJ', '$argon2id$v=19$m=8,t=1,p=1$vZmHl4QttL+vmaYvm6HkMQ$+RE/5JUeNJ18jUzjVTLUBdmBcDycXqx3QBr4ldPV6UU', false);
INSERT INTO public.credentials VALUES ('hall', '8b37efcc-44e0-43e7-8ba7-b0dc8c4be6b9', 'STNEYQ7YGTN1TAJ', '$argon2id$v=19$m=8,t=1,p=1$Fn2zAXtigluC88Zgmt/2yg$MKeWJNa/MixJuu4CERg/hHSgimOK8c/fb0Lcm7AkeDY', false);
INSERT INTO public.credentials VALUES ('hall', 'a73b94cf-81a0-48cc-97ad-a3f2494beffc', 'STNHCRYVA87H4VD', '$argon2id$v=19$m=8,t=1,p=1$SkAj1sUyY4ZTSSmfcgYK7w$avmBacTLqYV3hy9GA6f0Rdw+viyzBCyhnKsvsdm0ioM', false);
INSERT INTO public.departments VALUES ('hall', '01', '宿直室', 'しゅくちょくしつ', '[]', false, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '02', '総務', 'そうむ', '[]', true, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '03', '出納室', 'すいとうしつ', '["\u4f1a\u8a08\u8ab2"]', false, '[]', NULL, NULL, false);
INSERT INTO public.departments VALUES ('hall', '04', '経営企画', 'けいえいきかく', '["\u6c34\u9053"]', false, '[]', NULL, NULL, false);
INSERT INTO public.handover_items VALUES ('hall', '22ac8599-40ba-46d1-af91-9eedf865a2da', '7a5831f7-c107-4fde-b5c9-efccca4f414e', true, true, '5b932441-a35a-42d9-839b-7d69cf3afceb');
INSERT INTO public.handovers VALUES ('hall', '22ac8599-40ba-46d1-af91-9eedf865a2da', '02', '03', '946dfe39-a653-4586-8dda-057518cba6c9', '2020-10-31 01:40:12+00', 'sealed', 'ddfe57a875d69e0989abec56117aaabc34e4ad3f057ded3fe8518d89779295d8', '946dfe39-a653-4586-8dda-057518cba6c9', '5b932441-a35a-42d9-839b-7d69cf3afceb', '2020-10-31 01:40:18+00', NULL, NULL, '[]', false, '2020-10-31 01:40:16+00', '2020-10-31 01:40:18+00');
INSERT INTO public.heads VALUES ('hall', 39, '534abf63df41787f590fde4eaba876f78f3cd9f686c7e092881237e6ee0ceed4', '2020-10-31 01:40:18+00');
INSERT INTO public.items VALUES ('hall', '291d0daf-36e9-404e-9cf0-10f4acd702a1', '1001668e-1bb0-40b4-ba63-6f8298389791', '20112345676', '{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '946dfe39-a653-4586-8dda-057518cba6c9', '2020-10-31 01:40:06+00', 24, '02', '2020-10-31 01:40:06+00', '2020-10-31 01:40:11+00', 'held', '03', '946dfe39-a653-4586-8dda-057518cba6c9', '761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd', NULL, NULL, NULL, NULL, false, NULL, NULL, false, 'cash_registered', 'hint', NULL, false, NULL, NULL, NULL);
INSERT INTO public.items VALUES ('hall', '7a5831f7-c107-4fde-b5c9-efccca4f414e', '1001668e-1bb0-40b4-ba63-6f8298389791', '13112383852', '{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}', NULL, '946dfe39-a653-4586-8dda-057518cba6c9', '2020-10-31 01:40:05+00', 23, '03', '2020-10-31 01:40:18+00', '2020-10-31 01:40:18+00', 'held', '03', '946dfe39-a653-4586-8dda-057518cba6c9', '761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd', NULL, NULL, NULL, NULL, false, NULL, NULL, false, 'registered', 'hint', NULL, false, NULL, NULL, NULL);
INSERT INTO public.journal VALUES ('hall', 1, 'd554dcfa-1846-429a-b5b7-e6f65a095bef', 0, 'office_founded', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"d554dcfa-1846-429a-b5b7-e6f65a095bef","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}', '2e34a8ed63fb20868e80440ebccb6775bf9597b8d44cf7033e4a69cb73dc9ee1');
INSERT INTO public.journal VALUES ('hall', 2, 'd554dcfa-1846-429a-b5b7-e6f65a095bef', 1, 'department_opened', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"d554dcfa-1846-429a-b5b7-e6f65a095bef","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"2e34a8ed63fb20868e80440ebccb6775bf9597b8d44cf7033e4a69cb73dc9ee1","seq":2,"terminal":"console","version":1}', 'cb340d119f741a850fac5ea142c03be289d99baefd9eab0d93e63e40ed9e85ba');
INSERT INTO public.journal VALUES ('hall', 3, 'd554dcfa-1846-429a-b5b7-e6f65a095bef', 2, 'person_enrolled', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"d554dcfa-1846-429a-b5b7-e6f65a095bef","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"a8305bf029f35d04655ad78b4f3a4395ed6a27d870a86898eaedb303b0893459","id":"30e0c356-084f-4c76-ac4e-53c30b8471d1"},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","roles":["administrator"],"since":null},"person":null,"position":2,"previous":"cb340d119f741a850fac5ea142c03be289d99baefd9eab0d93e63e40ed9e85ba","seq":3,"terminal":"console","version":2}', '88dd8160db2e44fce3d5c6633383db30f13f07c75481c13e69e48b981d526ab7');
INSERT INTO public.journal VALUES ('hall', 4, 'd554dcfa-1846-429a-b5b7-e6f65a095bef', 3, 'badge_issued', '{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"d554dcfa-1846-429a-b5b7-e6f65a095bef","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35"},"person":null,"position":3,"previous":"88dd8160db2e44fce3d5c6633383db30f13f07c75481c13e69e48b981d526ab7","seq":4,"terminal":"console","version":1}', '66ff2a06565bf464783b389f922d831e5ba51821eae1f935fba69beafa570ac3');
INSERT INTO public.journal VALUES ('hall', 5, 'e399a7e4-a223-4a57-b9be-1a8ba4f222b5', 0, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"e399a7e4-a223-4a57-b9be-1a8ba4f222b5","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":0,"previous":"66ff2a06565bf464783b389f922d831e5ba51821eae1f935fba69beafa570ac3","seq":5,"terminal":"test","version":1}', '88333f5b74ddecbf9fa44a0198d17187f25eb71c51d09328b4b010d768cab649');
INSERT INTO public.journal VALUES ('hall', 6, 'e399a7e4-a223-4a57-b9be-1a8ba4f222b5', 1, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"e399a7e4-a223-4a57-b9be-1a8ba4f222b5","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":1,"previous":"88333f5b74ddecbf9fa44a0198d17187f25eb71c51d09328b4b010d768cab649","seq":6,"terminal":"test","version":1}', '8d3a136d401e211b9b34f4760e37357bdeaf11f06d21898d03bce40d939af70f');
INSERT INTO public.journal VALUES ('hall', 7, 'e399a7e4-a223-4a57-b9be-1a8ba4f222b5', 2, 'department_opened', '{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"e399a7e4-a223-4a57-b9be-1a8ba4f222b5","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":2,"previous":"8d3a136d401e211b9b34f4760e37357bdeaf11f06d21898d03bce40d939af70f","seq":7,"terminal":"test","version":1}', '5a5cdcc3c037a61ddf51d508c00ca8d4100e710fbd5421b0c700a8d428a18058');
INSERT INTO public.journal VALUES ('hall', 8, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 0, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"d2ebc352a53014564065d4dfda0fa776ddb8c31fdcb595ec0e6a4d94791752bd","id":"88a38be0-63e8-489f-a1b2-fcb296ed66f5"},"person":"0d5ada7e-fafd-427c-9d1d-406fc7c33997","roles":["duty_officer"],"since":null},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":0,"previous":"5a5cdcc3c037a61ddf51d508c00ca8d4100e710fbd5421b0c700a8d428a18058","seq":8,"terminal":"test","version":2}', '05dbe0713f43afa46355745e9570fa6b72d582e3d8c8bb26b3a9e945f4e490a1');
INSERT INTO public.journal VALUES ('hall', 9, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 1, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"d92d4b2c77ddd51a371803af62c4427d8c4c24b2489c275b66ffcef86a208bd2","id":"39aaeda1-77c2-4c8d-a90b-f8a2a27644fe"},"person":"946dfe39-a653-4586-8dda-057518cba6c9","roles":["clerk"],"since":null},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":1,"previous":"05dbe0713f43afa46355745e9570fa6b72d582e3d8c8bb26b3a9e945f4e490a1","seq":9,"terminal":"test","version":2}', '75f55f36bc46a11f08333e7824fdc7c2af88ec8d3acf28047748e3be6965543d');
INSERT INTO public.journal VALUES ('hall', 10, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 2, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"31cbf50392fec72ebaf1b01c32a27b6ad4eea746e0fe9ba7bb2db3bf8058f005","id":"ea954e07-eee5-478c-afe9-6a956f55ceee"},"person":"761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd","roles":["clerk"],"since":null},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":2,"previous":"75f55f36bc46a11f08333e7824fdc7c2af88ec8d3acf28047748e3be6965543d","seq":10,"terminal":"test","version":2}', 'ddeea7a71c6d8284ced2e46411c677f915aab3d06a70b04ff97ee15711057b9f');
INSERT INTO public.journal VALUES ('hall', 11, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 3, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"502242133d10f9cf7a7efce959106a00e62eedd13233bf2ce9a805d2a98eba18","id":"d9f56512-c1ca-44e7-b794-4e02d11f753d"},"person":"91816bd1-8719-421b-9873-ce4c65e6eaf1","roles":["supervisor"],"since":null},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":3,"previous":"ddeea7a71c6d8284ced2e46411c677f915aab3d06a70b04ff97ee15711057b9f","seq":11,"terminal":"test","version":2}', '010c33b013e7405ba7f1a5f08908f79790e2a941b2fc7bfd48154bd5139778c0');
INSERT INTO public.journal VALUES ('hall', 12, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 4, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"8fc2bbc4c18d0c85fa135c84aa9f9c93272e5697d429d5f7635aedf97143fd81","id":"e36ce0ea-b433-40cf-b3fb-34666675eaa9"},"person":"5b932441-a35a-42d9-839b-7d69cf3afceb","roles":["receiver"],"since":null},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":4,"previous":"010c33b013e7405ba7f1a5f08908f79790e2a941b2fc7bfd48154bd5139778c0","seq":12,"terminal":"test","version":2}', 'dbf76c8755dd96042bf0103e3c196ed88904af5e8be22ca513a171ec9858e9cf');
INSERT INTO public.journal VALUES ('hall', 13, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 5, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"08f7d2de2adbc2b8cc6352ef9b62fbb4d770ed3344b1102a27dc0147fd1025e8","id":"f58093ff-6f06-45f5-ba75-2b0f4aae665a"},"person":"8b37efcc-44e0-43e7-8ba7-b0dc8c4be6b9","roles":["receiver"],"since":null},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":5,"previous":"dbf76c8755dd96042bf0103e3c196ed88904af5e8be22ca513a171ec9858e9cf","seq":13,"terminal":"test","version":2}', '82fe6f8e5ea4ae7f11787f35091f6b5a63296c35f62199d3127aac210f0e24a8');
INSERT INTO public.journal VALUES ('hall', 14, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 6, 'person_enrolled', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"b090b93984c5ba03926d584c5e608bfb4b1fc77504806ac7903e7af59557c718","id":"ace583ab-bcd8-4743-bcd0-986b83f85bc8"},"person":"a73b94cf-81a0-48cc-97ad-a3f2494beffc","roles":["receiver"],"since":null},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":6,"previous":"82fe6f8e5ea4ae7f11787f35091f6b5a63296c35f62199d3127aac210f0e24a8","seq":14,"terminal":"test","version":2}', 'adc604f13e4bb3573099b00f98dbbd68415314a8b1231551c251901c7d1ca5b9');
INSERT INTO public.journal VALUES ('hall', 15, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 7, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"0d5ada7e-fafd-427c-9d1d-406fc7c33997"},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":7,"previous":"adc604f13e4bb3573099b00f98dbbd68415314a8b1231551c251901c7d1ca5b9","seq":15,"terminal":"test","version":1}', 'ffcd716044d8cd41137ed16fcfccb2549abd84479b0321155a38aa979c602013');
INSERT INTO public.journal VALUES ('hall', 16, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 8, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"946dfe39-a653-4586-8dda-057518cba6c9"},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":8,"previous":"ffcd716044d8cd41137ed16fcfccb2549abd84479b0321155a38aa979c602013","seq":16,"terminal":"test","version":1}', '1e513095cfb168b055e51aa778722faf58d3bc7a086598df5395fbcefa60d3d6');
INSERT INTO public.journal VALUES ('hall', 17, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 9, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd"},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":9,"previous":"1e513095cfb168b055e51aa778722faf58d3bc7a086598df5395fbcefa60d3d6","seq":17,"terminal":"test","version":1}', '55ccb540c949800b417337409b12abf28ac2a414b04a3b411c377fca7460e8df');
INSERT INTO public.journal VALUES ('hall', 18, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 10, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"91816bd1-8719-421b-9873-ce4c65e6eaf1"},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":10,"previous":"55ccb540c949800b417337409b12abf28ac2a414b04a3b411c377fca7460e8df","seq":18,"terminal":"test","version":1}', 'f44048c68b0ef6d214a1eb2643abe699d2ac1f4c0f886a54c711a606c678799e');
INSERT INTO public.journal VALUES ('hall', 19, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 11, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"5b932441-a35a-42d9-839b-7d69cf3afceb"},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":11,"previous":"f44048c68b0ef6d214a1eb2643abe699d2ac1f4c0f886a54c711a606c678799e","seq":19,"terminal":"test","version":1}', 'd76b0422ba7bd7aade5b8f8cc2b691598a4ed43989ebbade31833983b73e49e6');
INSERT INTO public.journal VALUES ('hall', 20, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 12, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"8b37efcc-44e0-43e7-8ba7-b0dc8c4be6b9"},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":12,"previous":"d76b0422ba7bd7aade5b8f8cc2b691598a4ed43989ebbade31833983b73e49e6","seq":20,"terminal":"test","version":1}', '2520216363588ff76e9f573e80545236cc2ab72d9f548557211ed5c1d087fcda');
INSERT INTO public.journal VALUES ('hall', 21, 'e5a476ea-68d0-42ac-bebc-20170c5d66a4', 13, 'badge_issued', '{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"e5a476ea-68d0-42ac-bebc-20170c5d66a4","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"a73b94cf-81a0-48cc-97ad-a3f2494beffc"},"person":"fcc4e5c1-150e-4f03-8d8e-15f1056fbd35","position":13,"previous":"2520216363588ff76e9f573e80545236cc2ab72d9f548557211ed5c1d087fcda","seq":21,"terminal":"test","version":1}', 'b504250bd392ee6d98bd601b7eec9fb5d03a2ac2c1e2f60db46422ac5b4e68aa');
INSERT INTO public.journal VALUES ('hall', 22, '1001668e-1bb0-40b4-ba63-6f8298389791', 0, 'arrival_opened', '{"act":"open_arrival","at":"2020-10-31T01:40:04.000000Z","deed":"1001668e-1bb0-40b4-ba63-6f8298389791","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"1001668e-1bb0-40b4-ba63-6f8298389791","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"946dfe39-a653-4586-8dda-057518cba6c9","position":0,"previous":"b504250bd392ee6d98bd601b7eec9fb5d03a2ac2c1e2f60db46422ac5b4e68aa","seq":22,"terminal":"test","version":1}', 'b766c68662d1aa1d1306fb0146f91987939f9416ec8aed4a8904c5503f843928');
INSERT INTO public.journal VALUES ('hall', 23, '7a5831f7-c107-4fde-b5c9-efccca4f414e', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:05.000000Z","deed":"7a5831f7-c107-4fde-b5c9-efccca4f414e","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"1001668e-1bb0-40b4-ba63-6f8298389791","details":{"amount_yen":null,"is_confidential":false,"service":"registered","service_from":"hint","signature_taken":null},"earlier":null,"expected":null,"item":"7a5831f7-c107-4fde-b5c9-efccca4f414e","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"946dfe39-a653-4586-8dda-057518cba6c9","position":0,"previous":"b766c68662d1aa1d1306fb0146f91987939f9416ec8aed4a8904c5503f843928","seq":23,"terminal":"test","version":2}', '74b0255f3dad96c3c0037aeb46a2b307ed05f4249c596c17004e00c218aff351');
INSERT INTO public.journal VALUES ('hall', 24, '291d0daf-36e9-404e-9cf0-10f4acd702a1', 0, 'item_taken_in', '{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"291d0daf-36e9-404e-9cf0-10f4acd702a1","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"1001668e-1bb0-40b4-ba63-6f8298389791","details":{"amount_yen":null,"is_confidential":false,"service":"cash_registered","service_from":"hint","signature_taken":null},"earlier":null,"expected":null,"item":"291d0daf-36e9-404e-9cf0-10f4acd702a1","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"946dfe39-a653-4586-8dda-057518cba6c9","position":0,"previous":"74b0255f3dad96c3c0037aeb46a2b307ed05f4249c596c17004e00c218aff351","seq":24,"terminal":"test","version":2}', 'afedb8124d24ec7bd1147de1419c786844fe61281f1cc3c6eb03d7e1d8731899');
INSERT INTO public.journal VALUES ('hall', 25, '059c2947-c6f3-4ec1-b72e-52a00e7f271b', 0, 'arrival_closed', '{"act":"close_arrival","at":"2020-10-31T01:40:07.000000Z","deed":"059c2947-c6f3-4ec1-b72e-52a00e7f271b","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"1001668e-1bb0-40b4-ba63-6f8298389791","count":2},"person":"946dfe39-a653-4586-8dda-057518cba6c9","position":0,"previous":"afedb8124d24ec7bd1147de1419c786844fe61281f1cc3c6eb03d7e1d8731899","seq":25,"terminal":"test","version":1}', '7dd63781635d9eb58e269b313e7d80828e02fa8f7cb7d7c0d68c3343469b5474');
INSERT INTO public.journal VALUES ('hall', 26, 'cb32e569-487f-4ccb-b07f-da02a871e9e9', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:08.000000Z","deed":"cb32e569-487f-4ccb-b07f-da02a871e9e9","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"7a5831f7-c107-4fde-b5c9-efccca4f414e"},"person":"946dfe39-a653-4586-8dda-057518cba6c9","position":0,"previous":"7dd63781635d9eb58e269b313e7d80828e02fa8f7cb7d7c0d68c3343469b5474","seq":26,"terminal":"test","version":1}', '606a702585bf2c6d4ec506124abab512e491be689f9f31e108918269fc339fa6');
INSERT INTO public.journal VALUES ('hall', 27, 'fa2d81f6-aa38-43a6-ab78-4ba3f6c345f5', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:09.000000Z","deed":"fa2d81f6-aa38-43a6-ab78-4ba3f6c345f5","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"7a5831f7-c107-4fde-b5c9-efccca4f414e"},"person":"761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd","position":0,"previous":"606a702585bf2c6d4ec506124abab512e491be689f9f31e108918269fc339fa6","seq":27,"terminal":"test","version":1}', '71f9591962a6f97aba6b87b33d614192272ffeb2605661e90a4ab0b5db48e844');
INSERT INTO public.journal VALUES ('hall', 28, 'fa2d81f6-aa38-43a6-ab78-4ba3f6c345f5', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:09.000000Z","deed":"fa2d81f6-aa38-43a6-ab78-4ba3f6c345f5","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd","department":"03","first_by":"946dfe39-a653-4586-8dda-057518cba6c9","item":"7a5831f7-c107-4fde-b5c9-efccca4f414e"},"person":"761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd","position":1,"previous":"71f9591962a6f97aba6b87b33d614192272ffeb2605661e90a4ab0b5db48e844","seq":28,"terminal":"test","version":1}', '6f50bdf433c71816a0a8cb7638421bfac15716a9354a115ef41259643cf67f11');
INSERT INTO public.journal VALUES ('hall', 29, '2b7170ff-3e6a-472c-9adf-61cf624e1723', 0, 'first_entry_made', '{"act":"enter_first","at":"2020-10-31T01:40:10.000000Z","deed":"2b7170ff-3e6a-472c-9adf-61cf624e1723","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"291d0daf-36e9-404e-9cf0-10f4acd702a1"},"person":"946dfe39-a653-4586-8dda-057518cba6c9","position":0,"previous":"6f50bdf433c71816a0a8cb7638421bfac15716a9354a115ef41259643cf67f11","seq":29,"terminal":"test","version":1}', '9a5f7d8a6bd7857d1b8552eb487c326fd894f492e36b594cc95631a5182998ae');
INSERT INTO public.journal VALUES ('hall', 30, '7eda9d10-90ac-4ec2-a193-26698d5c817b', 0, 'check_entry_made', '{"act":"enter_check","at":"2020-10-31T01:40:11.000000Z","deed":"7eda9d10-90ac-4ec2-a193-26698d5c817b","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"291d0daf-36e9-404e-9cf0-10f4acd702a1"},"person":"761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd","position":0,"previous":"9a5f7d8a6bd7857d1b8552eb487c326fd894f492e36b594cc95631a5182998ae","seq":30,"terminal":"test","version":1}', '3b3d7a764187124ae1a6063c44f51a7fee2c3b1f1eea13d0770a5d75eb15f533');
INSERT INTO public.journal VALUES ('hall', 31, '7eda9d10-90ac-4ec2-a193-26698d5c817b', 1, 'item_routed', '{"act":"enter_check","at":"2020-10-31T01:40:11.000000Z","deed":"7eda9d10-90ac-4ec2-a193-26698d5c817b","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd","department":"03","first_by":"946dfe39-a653-4586-8dda-057518cba6c9","item":"291d0daf-36e9-404e-9cf0-10f4acd702a1"},"person":"761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd","position":1,"previous":"3b3d7a764187124ae1a6063c44f51a7fee2c3b1f1eea13d0770a5d75eb15f533","seq":31,"terminal":"test","version":1}', '6093a46abff33af3c88e9ea9878678ce491586896920216a7efff01d62506774');
INSERT INTO public.journal VALUES ('hall', 32, '22ac8599-40ba-46d1-af91-9eedf865a2da', 0, 'handover_opened', '{"act":"open_handover","at":"2020-10-31T01:40:12.000000Z","deed":"22ac8599-40ba-46d1-af91-9eedf865a2da","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","giver_person":null,"handover":"22ac8599-40ba-46d1-af91-9eedf865a2da","receiver":"03","receiver_person":null},"person":"946dfe39-a653-4586-8dda-057518cba6c9","position":0,"previous":"6093a46abff33af3c88e9ea9878678ce491586896920216a7efff01d62506774","seq":32,"terminal":"test","version":2}', '47ba9b207f8bd22ead0d28e00127875609b8e04f283e814e7bba12a1f82da132');
INSERT INTO public.journal VALUES ('hall', 33, '80d34a77-d0cd-461a-bb57-79ff7002331c', 0, 'item_offered', '{"act":"offer","at":"2020-10-31T01:40:13.000000Z","deed":"80d34a77-d0cd-461a-bb57-79ff7002331c","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"22ac8599-40ba-46d1-af91-9eedf865a2da","item":"7a5831f7-c107-4fde-b5c9-efccca4f414e"},"person":"946dfe39-a653-4586-8dda-057518cba6c9","position":0,"previous":"47ba9b207f8bd22ead0d28e00127875609b8e04f283e814e7bba12a1f82da132","seq":33,"terminal":"test","version":1}', '1d9007f638fe22e22c06402272f9dcdd6644b85a62e048b3c5aaa063aaabec5c');
INSERT INTO public.journal VALUES ('hall', 34, '12d37083-3c77-4e02-9fd0-8c00cd8d7b11', 0, 'set_offered', '{"act":"finish_offer","at":"2020-10-31T01:40:14.000000Z","deed":"12d37083-3c77-4e02-9fd0-8c00cd8d7b11","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"22ac8599-40ba-46d1-af91-9eedf865a2da"},"person":"946dfe39-a653-4586-8dda-057518cba6c9","position":0,"previous":"1d9007f638fe22e22c06402272f9dcdd6644b85a62e048b3c5aaa063aaabec5c","seq":34,"terminal":"test","version":1}', '179657a4ed0ee94e60d13d258c1776b249096bed77bbdeaf5ea005037cafd0e4');
INSERT INTO public.journal VALUES ('hall', 35, '76bfad79-f072-43d0-87c8-d478cabb84a6', 0, 'item_received', '{"act":"receive","at":"2020-10-31T01:40:15.000000Z","deed":"76bfad79-f072-43d0-87c8-d478cabb84a6","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"by":null,"handover":"22ac8599-40ba-46d1-af91-9eedf865a2da","item":"7a5831f7-c107-4fde-b5c9-efccca4f414e"},"person":"5b932441-a35a-42d9-839b-7d69cf3afceb","position":0,"previous":"179657a4ed0ee94e60d13d258c1776b249096bed77bbdeaf5ea005037cafd0e4","seq":35,"terminal":"test","version":2}', 'f8024568d7fbc24ae54db04646e7b1f85cf663c949d3807050221cb90a21e43b');
INSERT INTO public.journal VALUES ('hall', 36, '37495bdb-b144-4968-bd58-8948ba47a2e2', 0, 'count_finished', '{"act":"finish_count","at":"2020-10-31T01:40:16.000000Z","deed":"37495bdb-b144-4968-bd58-8948ba47a2e2","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"agreed_at":"2020-10-31T01:40:16Z","digest":"ddfe57a875d69e0989abec56117aaabc34e4ad3f057ded3fe8518d89779295d8","extra":[],"handover":"22ac8599-40ba-46d1-af91-9eedf865a2da","missing":[],"offered_count":1,"received_count":1},"person":"5b932441-a35a-42d9-839b-7d69cf3afceb","position":0,"previous":"f8024568d7fbc24ae54db04646e7b1f85cf663c949d3807050221cb90a21e43b","seq":36,"terminal":"test","version":2}', 'cd628e8836990b640d2780f124d169e210914cfbefaa58d72a023b845d8f142d');
INSERT INTO public.journal VALUES ('hall', 37, '8c9aa926-c724-4c23-b2be-86876a13ec78', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:17.000000Z","deed":"8c9aa926-c724-4c23-b2be-86876a13ec78","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"ddfe57a875d69e0989abec56117aaabc34e4ad3f057ded3fe8518d89779295d8","handover":"22ac8599-40ba-46d1-af91-9eedf865a2da","side":"giver","signer":"946dfe39-a653-4586-8dda-057518cba6c9"},"person":"946dfe39-a653-4586-8dda-057518cba6c9","position":0,"previous":"cd628e8836990b640d2780f124d169e210914cfbefaa58d72a023b845d8f142d","seq":37,"terminal":"test","version":1}', 'cbf123d5a887c6150b697dc71c56d1126310a28ba5cf19ed029637c6ad1ed9f8');
INSERT INTO public.journal VALUES ('hall', 38, '148195ed-4b37-47eb-8574-238c17f6cc3c', 0, 'handover_signed', '{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"148195ed-4b37-47eb-8574-238c17f6cc3c","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"ddfe57a875d69e0989abec56117aaabc34e4ad3f057ded3fe8518d89779295d8","handover":"22ac8599-40ba-46d1-af91-9eedf865a2da","side":"receiver","signer":"5b932441-a35a-42d9-839b-7d69cf3afceb"},"person":"5b932441-a35a-42d9-839b-7d69cf3afceb","position":0,"previous":"cbf123d5a887c6150b697dc71c56d1126310a28ba5cf19ed029637c6ad1ed9f8","seq":38,"terminal":"test","version":1}', '64b04694f692cd8308184ba8f9d20d87abcaeecdfd625eed299213f74908aa6e');
INSERT INTO public.journal VALUES ('hall', 39, '148195ed-4b37-47eb-8574-238c17f6cc3c', 1, 'handover_sealed', '{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"148195ed-4b37-47eb-8574-238c17f6cc3c","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"ddfe57a875d69e0989abec56117aaabc34e4ad3f057ded3fe8518d89779295d8","giver":"02","giver_signer":"946dfe39-a653-4586-8dda-057518cba6c9","handover":"22ac8599-40ba-46d1-af91-9eedf865a2da","items":["7a5831f7-c107-4fde-b5c9-efccca4f414e"],"receiver":"03","receiver_signer":"5b932441-a35a-42d9-839b-7d69cf3afceb"},"person":"5b932441-a35a-42d9-839b-7d69cf3afceb","position":1,"previous":"64b04694f692cd8308184ba8f9d20d87abcaeecdfd625eed299213f74908aa6e","seq":39,"terminal":"test","version":1}', '534abf63df41787f590fde4eaba876f78f3cd9f686c7e092881237e6ee0ceed4');
INSERT INTO public.notices VALUES ('hall', '820df71a-2318-58ee-a660-4f73e8d530f2', 'waiting', '2020-10-31 01:40:14+00', '22ac8599-40ba-46d1-af91-9eedf865a2da', '03', '["clerk", "duty_officer", "receiver"]', NULL, '{"giver": "02"}', NULL);
INSERT INTO public.people VALUES ('hall', 'fcc4e5c1-150e-4f03-8d8e-15f1056fbd35', '30e0c356-084f-4c76-ac4e-53c30b8471d1', 'a8305bf029f35d04655ad78b4f3a4395ed6a27d870a86898eaedb303b0893459', '[{"department": "01", "roles": ["administrator"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '0d5ada7e-fafd-427c-9d1d-406fc7c33997', '88a38be0-63e8-489f-a1b2-fcb296ed66f5', 'd2ebc352a53014564065d4dfda0fa776ddb8c31fdcb595ec0e6a4d94791752bd', '[{"department": "01", "roles": ["duty_officer"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '946dfe39-a653-4586-8dda-057518cba6c9', '39aaeda1-77c2-4c8d-a90b-f8a2a27644fe', 'd92d4b2c77ddd51a371803af62c4427d8c4c24b2489c275b66ffcef86a208bd2', '[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd', 'ea954e07-eee5-478c-afe9-6a956f55ceee', '31cbf50392fec72ebaf1b01c32a27b6ad4eea746e0fe9ba7bb2db3bf8058f005', '[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '91816bd1-8719-421b-9873-ce4c65e6eaf1', 'd9f56512-c1ca-44e7-b794-4e02d11f753d', '502242133d10f9cf7a7efce959106a00e62eedd13233bf2ce9a805d2a98eba18', '[{"department": "02", "roles": ["supervisor"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '5b932441-a35a-42d9-839b-7d69cf3afceb', 'e36ce0ea-b433-40cf-b3fb-34666675eaa9', '8fc2bbc4c18d0c85fa135c84aa9f9c93272e5697d429d5f7635aedf97143fd81', '[{"department": "03", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', '8b37efcc-44e0-43e7-8ba7-b0dc8c4be6b9', 'f58093ff-6f06-45f5-ba75-2b0f4aae665a', '08f7d2de2adbc2b8cc6352ef9b62fbb4d770ed3344b1102a27dc0147fd1025e8', '[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.people VALUES ('hall', 'a73b94cf-81a0-48cc-97ad-a3f2494beffc', 'ace583ab-bcd8-4743-bcd0-986b83f85bc8', 'b090b93984c5ba03926d584c5e608bfb4b1fc77504806ac7903e7af59557c718', '[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]', true, 2);
INSERT INTO public.personal_data VALUES ('hall', '30e0c356-084f-4c76-ac4e-53c30b8471d1', 'text/plain; charset=utf-8', '\x33cbf94d92da0dfeae44e408eeeee731', '\xe7aea1e79086e88085', '2020-10-31 01:40:01+00');
INSERT INTO public.personal_data VALUES ('hall', '39aaeda1-77c2-4c8d-a90b-f8a2a27644fe', 'text/plain; charset=utf-8', '\x961b00f43c8371fd7b0ccdb42a6fc877', '\x636c65726b', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', '88a38be0-63e8-489f-a1b2-fcb296ed66f5', 'text/plain; charset=utf-8', '\x8bcbdf6f339f235eedd4bef6aa3a1664', '\x64757479', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'ea954e07-eee5-478c-afe9-6a956f55ceee', 'text/plain; charset=utf-8', '\xe1a38a1ea457fadcd8a6e330c599dff8', '\x636c65726b32', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'ace583ab-bcd8-4743-bcd0-986b83f85bc8', 'text/plain; charset=utf-8', '\xc843559ff60fb7b0cd94f5397279dc00', '\x776174657232', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'e36ce0ea-b433-40cf-b3fb-34666675eaa9', 'text/plain; charset=utf-8', '\x6049d8fe57492143168ae397b43b975f', '\x747265617375726572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'f58093ff-6f06-45f5-ba75-2b0f4aae665a', 'text/plain; charset=utf-8', '\x52d3d3b8a259b2d479fd5aa921223e31', '\x7761746572', '2020-10-31 01:40:03+00');
INSERT INTO public.personal_data VALUES ('hall', 'd9f56512-c1ca-44e7-b794-4e02d11f753d', 'text/plain; charset=utf-8', '\x0b22f5ed48ca41ae4b12e128b31f975f', '\x73757065727669736f72', '2020-10-31 01:40:03+00');
INSERT INTO public.subjects VALUES ('hall', 'fcc4e5c1-150e-4f03-8d8e-15f1056fbd35', 3);
INSERT INTO public.subjects VALUES ('hall', 'fcc4e5c1-150e-4f03-8d8e-15f1056fbd35', 4);
INSERT INTO public.subjects VALUES ('hall', '0d5ada7e-fafd-427c-9d1d-406fc7c33997', 8);
INSERT INTO public.subjects VALUES ('hall', '946dfe39-a653-4586-8dda-057518cba6c9', 9);
INSERT INTO public.subjects VALUES ('hall', '761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd', 10);
INSERT INTO public.subjects VALUES ('hall', '91816bd1-8719-421b-9873-ce4c65e6eaf1', 11);
INSERT INTO public.subjects VALUES ('hall', '5b932441-a35a-42d9-839b-7d69cf3afceb', 12);
INSERT INTO public.subjects VALUES ('hall', '8b37efcc-44e0-43e7-8ba7-b0dc8c4be6b9', 13);
INSERT INTO public.subjects VALUES ('hall', 'a73b94cf-81a0-48cc-97ad-a3f2494beffc', 14);
INSERT INTO public.subjects VALUES ('hall', '0d5ada7e-fafd-427c-9d1d-406fc7c33997', 15);
INSERT INTO public.subjects VALUES ('hall', '946dfe39-a653-4586-8dda-057518cba6c9', 16);
INSERT INTO public.subjects VALUES ('hall', '761c8a50-2d3e-4e1a-b0c8-7fd2a8540cbd', 17);
INSERT INTO public.subjects VALUES ('hall', '91816bd1-8719-421b-9873-ce4c65e6eaf1', 18);
INSERT INTO public.subjects VALUES ('hall', '5b932441-a35a-42d9-839b-7d69cf3afceb', 19);
INSERT INTO public.subjects VALUES ('hall', '8b37efcc-44e0-43e7-8ba7-b0dc8c4be6b9', 20);
INSERT INTO public.subjects VALUES ('hall', 'a73b94cf-81a0-48cc-97ad-a3f2494beffc', 21);
INSERT INTO public.subjects VALUES ('hall', '1001668e-1bb0-40b4-ba63-6f8298389791', 22);
INSERT INTO public.subjects VALUES ('hall', '1001668e-1bb0-40b4-ba63-6f8298389791', 23);
INSERT INTO public.subjects VALUES ('hall', '7a5831f7-c107-4fde-b5c9-efccca4f414e', 23);
INSERT INTO public.subjects VALUES ('hall', '291d0daf-36e9-404e-9cf0-10f4acd702a1', 24);
INSERT INTO public.subjects VALUES ('hall', '1001668e-1bb0-40b4-ba63-6f8298389791', 24);
INSERT INTO public.subjects VALUES ('hall', '1001668e-1bb0-40b4-ba63-6f8298389791', 25);
INSERT INTO public.subjects VALUES ('hall', '7a5831f7-c107-4fde-b5c9-efccca4f414e', 26);
INSERT INTO public.subjects VALUES ('hall', '7a5831f7-c107-4fde-b5c9-efccca4f414e', 27);
INSERT INTO public.subjects VALUES ('hall', '7a5831f7-c107-4fde-b5c9-efccca4f414e', 28);
INSERT INTO public.subjects VALUES ('hall', '291d0daf-36e9-404e-9cf0-10f4acd702a1', 29);
INSERT INTO public.subjects VALUES ('hall', '291d0daf-36e9-404e-9cf0-10f4acd702a1', 30);
INSERT INTO public.subjects VALUES ('hall', '291d0daf-36e9-404e-9cf0-10f4acd702a1', 31);
INSERT INTO public.subjects VALUES ('hall', '22ac8599-40ba-46d1-af91-9eedf865a2da', 32);
INSERT INTO public.subjects VALUES ('hall', '22ac8599-40ba-46d1-af91-9eedf865a2da', 33);
INSERT INTO public.subjects VALUES ('hall', '7a5831f7-c107-4fde-b5c9-efccca4f414e', 33);
INSERT INTO public.subjects VALUES ('hall', '22ac8599-40ba-46d1-af91-9eedf865a2da', 34);
INSERT INTO public.subjects VALUES ('hall', '22ac8599-40ba-46d1-af91-9eedf865a2da', 35);
INSERT INTO public.subjects VALUES ('hall', '7a5831f7-c107-4fde-b5c9-efccca4f414e', 35);
INSERT INTO public.subjects VALUES ('hall', '22ac8599-40ba-46d1-af91-9eedf865a2da', 36);
INSERT INTO public.subjects VALUES ('hall', '22ac8599-40ba-46d1-af91-9eedf865a2da', 37);
INSERT INTO public.subjects VALUES ('hall', '22ac8599-40ba-46d1-af91-9eedf865a2da', 38);
INSERT INTO public.subjects VALUES ('hall', '22ac8599-40ba-46d1-af91-9eedf865a2da', 39);
INSERT INTO public.subjects VALUES ('hall', '7a5831f7-c107-4fde-b5c9-efccca4f414e', 39);
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
