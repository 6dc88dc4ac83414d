"""The laws that the database itself keeps, said twice: for SQLite and PostgreSQL.

Each law's words begin with "law: ", and tests/ledger/test_laws.py breaks each by raw SQL.
"""

SQLITE = (
    """CREATE TRIGGER handovers_seal_equal_sets BEFORE UPDATE ON handovers
    WHEN NEW.phase = 'sealed' AND (
        NOT EXISTS (SELECT 1 FROM handover_items p
            WHERE p.office = NEW.office AND p.handover = NEW.id AND p.offered)
        OR EXISTS (SELECT 1 FROM handover_items p
            WHERE p.office = NEW.office AND p.handover = NEW.id AND p.offered <> p.received))
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover has two equal sets'); END""",
    """CREATE TRIGGER handovers_begin_unsealed BEFORE INSERT ON handovers
    WHEN NEW.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a handover begins unsealed'); END""",
    """CREATE TRIGGER handovers_stay_sealed BEFORE UPDATE ON handovers
    WHEN OLD.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END""",
    """CREATE TRIGGER handovers_refuse_delete BEFORE DELETE ON handovers
    WHEN OLD.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END""",
    """CREATE TRIGGER handovers_stay_cancelled BEFORE UPDATE ON handovers
    WHEN OLD.phase = 'cancelled' AND NEW.phase <> 'cancelled'
    BEGIN SELECT RAISE(ABORT, 'law: a handover that was broken off stays so'); END""",
    # INSERT OR REPLACE deletes without asking the triggers of DELETE.
    """CREATE TRIGGER handovers_refuse_replacement BEFORE INSERT ON handovers
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.id AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END""",
    """CREATE TRIGGER handovers_refuse_second_beginning BEFORE INSERT ON handovers
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.id AND h.phase = 'cancelled')
    BEGIN SELECT RAISE(ABORT, 'law: a handover that was broken off stays so'); END""",
    """CREATE TRIGGER handover_items_stay_sealed BEFORE UPDATE ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = OLD.office AND h.id = OLD.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END""",
    """CREATE TRIGGER handover_items_stay_whole BEFORE DELETE ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = OLD.office AND h.id = OLD.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END""",
    """CREATE TRIGGER handover_items_refuse_late BEFORE INSERT ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END""",
    *(
        f"""CREATE TRIGGER handover_items_in_one_{verb.lower()} BEFORE {verb} ON handover_items
    WHEN NEW.offered AND EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.handover
        AND h.phase NOT IN ('sealed', 'cancelled'))
    AND EXISTS (SELECT 1 FROM handover_items p
        JOIN handovers h ON h.office = p.office AND h.id = p.handover
        WHERE p.office = NEW.office AND p.item = NEW.item AND p.handover <> NEW.handover
        AND p.offered AND h.phase NOT IN ('sealed', 'cancelled'))
    BEGIN SELECT RAISE(ABORT, 'law: a piece is in one open handover'); END"""  # noqa: S608
        # No text of anybody's stands in it: each verb needs a trigger of its own.
        for verb in ("INSERT", "UPDATE")
    ),
    """CREATE TRIGGER day_closes_begin BEFORE INSERT ON day_closes
    WHEN NEW.status <> 'counting'
    BEGIN SELECT RAISE(ABORT, 'law: a day close begins with counting'); END""",
    """CREATE TRIGGER day_closes_count_all BEFORE UPDATE ON day_closes
    WHEN NEW.status = 'closed' AND EXISTS (SELECT 1 FROM items i
        WHERE i.office = NEW.office AND i.holder = NEW.department AND i.status = 'held'
        AND NOT EXISTS (SELECT 1 FROM count_scans s WHERE s.office = NEW.office
            AND s.day_close = NEW.id AND s.item = i.id AND NOT s.is_taken_back))
    BEGIN SELECT RAISE(ABORT, 'law: a closed day has every piece counted'); END""",
    """CREATE TRIGGER day_closes_stay_closed BEFORE UPDATE ON day_closes
    WHEN OLD.status IN ('closed', 'closed_with_difference')
    BEGIN SELECT RAISE(ABORT, 'law: a closed day stays as it is'); END""",
    """CREATE TRIGGER day_closes_refuse_delete BEFORE DELETE ON day_closes
    WHEN OLD.status IN ('closed', 'closed_with_difference')
    BEGIN SELECT RAISE(ABORT, 'law: a closed day stays as it is'); END""",
    """CREATE TRIGGER day_closes_refuse_replacement BEFORE INSERT ON day_closes
    WHEN EXISTS (SELECT 1 FROM day_closes d WHERE d.office = NEW.office
        AND (d.id = NEW.id OR (d.department = NEW.department AND d.day = NEW.day))
        AND d.status IN ('closed', 'closed_with_difference'))
    BEGIN SELECT RAISE(ABORT, 'law: a closed day stays as it is'); END""",
    """CREATE TRIGGER count_scans_refuse_late BEFORE INSERT ON count_scans
    WHEN EXISTS (SELECT 1 FROM day_closes d WHERE d.office = NEW.office
        AND d.id = NEW.day_close AND d.status IN ('closed', 'closed_with_difference'))
    BEGIN SELECT RAISE(ABORT, 'law: the count of a closed day stays as it is'); END""",
    """CREATE TRIGGER count_scans_stay BEFORE UPDATE ON count_scans
    WHEN EXISTS (SELECT 1 FROM day_closes d WHERE d.office = OLD.office
        AND d.id = OLD.day_close AND d.status IN ('closed', 'closed_with_difference'))
    BEGIN SELECT RAISE(ABORT, 'law: the count of a closed day stays as it is'); END""",
    """CREATE TRIGGER count_scans_stay_whole BEFORE DELETE ON count_scans
    WHEN EXISTS (SELECT 1 FROM day_closes d WHERE d.office = OLD.office
        AND d.id = OLD.day_close AND d.status IN ('closed', 'closed_with_difference'))
    BEGIN SELECT RAISE(ABORT, 'law: the count of a closed day stays as it is'); END""",
)

POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION station_seal() RETURNS trigger LANGUAGE plpgsql AS $$
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
    END $$""",
    """CREATE TRIGGER handovers_seal BEFORE INSERT OR UPDATE ON handovers
    FOR EACH ROW EXECUTE FUNCTION station_seal()""",
    """CREATE OR REPLACE FUNCTION station_sealed_set() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE piece handover_items := COALESCE(NEW, OLD);
    BEGIN
        IF EXISTS (SELECT 1 FROM handovers h WHERE h.office = piece.office
            AND h.id = piece.handover AND h.phase = 'sealed') THEN
            RAISE EXCEPTION 'law: a sealed set stays as it is';
        END IF;
        RETURN piece;
    END $$""",
    """CREATE TRIGGER handover_items_stay_sealed
    BEFORE INSERT OR UPDATE OR DELETE ON handover_items
    FOR EACH ROW EXECUTE FUNCTION station_sealed_set()""",
    """CREATE OR REPLACE FUNCTION station_one_open() RETURNS trigger LANGUAGE plpgsql AS $$
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
    END $$""",
    """CREATE TRIGGER handover_items_in_one BEFORE INSERT OR UPDATE ON handover_items
    FOR EACH ROW EXECUTE FUNCTION station_one_open()""",
    """CREATE OR REPLACE FUNCTION station_keep_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        -- Nested, because TRUNCATE has no OLD row to look into.
        IF TG_OP = 'DELETE' THEN
            IF OLD.phase <> 'sealed' THEN
                RETURN OLD;
            END IF;
        END IF;
        RAISE EXCEPTION 'law: a sealed handover stays as it is';
    END $$""",
    """CREATE TRIGGER handovers_refuse_delete BEFORE DELETE ON handovers
    FOR EACH ROW EXECUTE FUNCTION station_keep_sealed()""",
    """CREATE TRIGGER handovers_refuse_truncate BEFORE TRUNCATE ON handovers
    FOR EACH STATEMENT EXECUTE FUNCTION station_keep_sealed()""",
    """CREATE TRIGGER handover_items_refuse_truncate BEFORE TRUNCATE ON handover_items
    FOR EACH STATEMENT EXECUTE FUNCTION station_keep_sealed()""",
    """CREATE OR REPLACE FUNCTION station_day_close() RETURNS trigger LANGUAGE plpgsql AS $$
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
    END $$""",
    """CREATE TRIGGER day_closes_stay BEFORE INSERT OR UPDATE OR DELETE ON day_closes
    FOR EACH ROW EXECUTE FUNCTION station_day_close()""",
    """CREATE TRIGGER day_closes_refuse_truncate BEFORE TRUNCATE ON day_closes
    FOR EACH STATEMENT EXECUTE FUNCTION station_day_close()""",
    """CREATE OR REPLACE FUNCTION station_day_count() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE scan count_scans := COALESCE(OLD, NEW);
    BEGIN
        IF TG_OP = 'TRUNCATE' OR EXISTS (SELECT 1 FROM day_closes d
            WHERE d.office = scan.office AND d.id = scan.day_close
            AND d.status IN ('closed', 'closed_with_difference')) THEN
            RAISE EXCEPTION 'law: the count of a closed day stays as it is';
        END IF;
        RETURN COALESCE(NEW, OLD);
    END $$""",
    """CREATE TRIGGER count_scans_stay BEFORE INSERT OR UPDATE OR DELETE ON count_scans
    FOR EACH ROW EXECUTE FUNCTION station_day_count()""",
    """CREATE TRIGGER count_scans_refuse_truncate BEFORE TRUNCATE ON count_scans
    FOR EACH STATEMENT EXECUTE FUNCTION station_day_count()""",
)

OF_JOURNAL_SQLITE = (
    """CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END""",
    """CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END""",
    """CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    WHEN NEW.seq <> 1 + COALESCE((SELECT MAX(seq) FROM journal WHERE office = NEW.office), 0)
    BEGIN SELECT RAISE(ABORT, 'law: the journal has no gap and no second line'); END""",
)
"""The journal's own, letter by letter as the migrations said them: a verification asks for them."""

OF_JOURNAL_POSTGRESQL = (
    """CREATE FUNCTION station_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'law: the journal is append-only'; END $$""",
    """CREATE TRIGGER journal_refuses_change BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION station_append_only()""",
    """CREATE TRIGGER journal_refuses_truncate BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION station_append_only()""",
    """CREATE OR REPLACE FUNCTION station_in_order() RETURNS trigger
            LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.seq <> 1 + COALESCE((SELECT seq FROM journal WHERE office = NEW.office
                    ORDER BY seq DESC LIMIT 1), 0) THEN
                    RAISE EXCEPTION 'law: the journal has no gap and no second line';
                END IF;
                RETURN NEW;
            END $$""",
    """CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION station_in_order()""",
)


def laws(dialect: str) -> tuple[str, ...]:
    """Return the statements that say the books' laws to a kind of database."""
    return POSTGRESQL if dialect == "postgresql" else SQLITE


def every_law(dialect: str) -> tuple[str, ...]:
    """Return the statements that say all laws of a kind of database, the journal's too."""
    of_journal = OF_JOURNAL_POSTGRESQL if dialect == "postgresql" else OF_JOURNAL_SQLITE
    return (*of_journal, *laws(dialect))
