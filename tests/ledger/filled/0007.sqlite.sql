BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0007');
CREATE TABLE arrivals (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	carrier VARCHAR(60) NOT NULL, 
	declared_count INTEGER NOT NULL, 
	arrived_at DATETIME NOT NULL, 
	department VARCHAR(20) NOT NULL, 
	list CHAR(32), 
	opened_by CHAR(32) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	count INTEGER NOT NULL, 
	status VARCHAR(12) NOT NULL, 
	slips JSON NOT NULL, 
	CONSTRAINT pk_arrivals PRIMARY KEY (office, id), 
	CONSTRAINT fk_arrivals_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id), 
	CONSTRAINT fk_arrivals_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id), 
	CONSTRAINT ck_arrivals_declared_positive CHECK (declared_count > 0), 
	CONSTRAINT ck_arrivals_count_not_negative CHECK (count >= 0)
);
INSERT INTO "arrivals" VALUES('hall','9c2422aadb67472a8ce733709afd798f','日本郵便',2,'2020-10-31 01:40:04.000000','02',NULL,'b2657112f80c46ffb77d3367375c2682','2020-10-31 01:40:04.000000',2,'closed','[]');
CREATE TABLE books_stamp (
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_books_stamp PRIMARY KEY (digest)
);
INSERT INTO "books_stamp" VALUES('ad6c8ad5d4c1c2f6a58e8e9a1a05ba36c0f35a057c6c6c8c7daa2a60dad50edc');
CREATE TABLE cases (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	what VARCHAR(30) NOT NULL, 
	author CHAR(32), 
	opened_at DATETIME NOT NULL, 
	arrival CHAR(32), 
	item CHAR(32), 
	handover CHAR(32), 
	text TEXT, 
	scan JSON, 
	day_close CHAR(32), 
	department VARCHAR(20), 
	day DATE, 
	proposal CHAR(32), 
	proposed_settlement VARCHAR(30), 
	proposed_by CHAR(32), 
	proposed_reason TEXT, 
	proposed_seen TEXT, 
	settlement VARCHAR(30), 
	settled_by CHAR(32), 
	settled_at DATETIME, 
	reason TEXT, 
	expected CHAR(32), 
	CONSTRAINT pk_cases PRIMARY KEY (office, id), 
	CONSTRAINT fk_cases_office_author FOREIGN KEY(office, author) REFERENCES people (office, id), 
	CONSTRAINT fk_cases_office_day_close FOREIGN KEY(office, day_close) REFERENCES day_closes (office, id), 
	CONSTRAINT fk_cases_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id), 
	CONSTRAINT fk_cases_office_proposed_by FOREIGN KEY(office, proposed_by) REFERENCES people (office, id), 
	CONSTRAINT fk_cases_office_settled_by FOREIGN KEY(office, settled_by) REFERENCES people (office, id), 
	CONSTRAINT fk_cases_office_arrival FOREIGN KEY(office, arrival) REFERENCES arrivals (office, id), 
	CONSTRAINT fk_cases_office_item FOREIGN KEY(office, item) REFERENCES items (office, id), 
	CONSTRAINT fk_cases_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT fk_cases_office_expected FOREIGN KEY(office, expected) REFERENCES expected_items (office, id), 
	CONSTRAINT ck_cases_settled_with_reason CHECK ((settlement IS NULL) = (reason IS NULL) AND (settled_by IS NULL) = (reason IS NULL) AND (settled_at IS NULL) = (reason IS NULL)), 
	CONSTRAINT ck_cases_let_go_by_two CHECK (settlement IS NULL OR settlement NOT IN ('close_with_difference', 'declare_lost', 'void_item') OR (proposed_by IS NOT NULL AND settled_by <> proposed_by))
);
CREATE TABLE closing_days (
	office VARCHAR(40) NOT NULL, 
	id VARCHAR(20) NOT NULL, 
	until DATE NOT NULL, 
	days JSON NOT NULL, 
	yearly JSON NOT NULL, 
	CONSTRAINT pk_closing_days PRIMARY KEY (office, id)
);
CREATE TABLE contacts (
	office VARCHAR(40) NOT NULL, 
	person CHAR(32) NOT NULL, 
	staff_number VARCHAR(40), 
	email VARCHAR(254), 
	language VARCHAR(8) NOT NULL, 
	CONSTRAINT pk_contacts PRIMARY KEY (office, person), 
	CONSTRAINT uq_contacts_office_staff_number UNIQUE (office, staff_number)
);
CREATE TABLE count_scans (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	day_close CHAR(32) NOT NULL, 
	scan JSON NOT NULL, 
	item CHAR(32), 
	was_held BOOLEAN NOT NULL, 
	"by" CHAR(32) NOT NULL, 
	seq BIGINT NOT NULL, 
	is_taken_back BOOLEAN NOT NULL, 
	CONSTRAINT pk_count_scans PRIMARY KEY (office, id), 
	CONSTRAINT fk_count_scans_office_day_close FOREIGN KEY(office, day_close) REFERENCES day_closes (office, id), 
	CONSTRAINT fk_count_scans_office_item FOREIGN KEY(office, item) REFERENCES items (office, id), 
	CONSTRAINT fk_count_scans_office_by FOREIGN KEY(office, "by") REFERENCES people (office, id)
);
CREATE TABLE credentials (
	office VARCHAR(40) NOT NULL, 
	person CHAR(32) NOT NULL, 
	badge VARCHAR(40) NOT NULL, 
	pin_hash VARCHAR(200) NOT NULL, 
	pin_is_once BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_credentials PRIMARY KEY (office, person), 
	CONSTRAINT uq_credentials_office_badge UNIQUE (office, badge)
);
INSERT INTO "credentials" VALUES('hall','2dc32ea69878489cac7c2a43ac835e32','STNTRV3WA8GQS0S','$argon2id$v=19$m=8,t=1,p=1$5rRlzXP+sqMYhavz0uQMnw$MSO2tmABXK5Tymw4FvYEkVXnkx2TTaX3J4/vX296ppU',0);
INSERT INTO "credentials" VALUES('hall','d43d9af814a1463a867938a6671af2e6','STNERHFCFVJWFJV','$argon2id$v=19$m=8,t=1,p=1$YoYbIqNmq8ORYfi6uI5/rQ$nVOk8K5sxnZxAfzC7J/EQQfkMKe8yWPd5SbYF6dzYt0',0);
INSERT INTO "credentials" VALUES('hall','b2657112f80c46ffb77d3367375c2682','STNQBVB7SQH58NK','$argon2id$v=19$m=8,t=1,p=1$DgJUJL8ig8cl4uQpKvM5fw$SrZPVF6LFiSDVf+NCZwYzjQv4Lm/IaiVJCQJJyKUIfk',0);
INSERT INTO "credentials" VALUES('hall','b38386c7427d450f9f0b116125e0f2e1','STNRQ7FTYKQ3XSG','$argon2id$v=19$m=8,t=1,p=1$uR4GreoRegTbjOewwGtB7w$iFQU0cG4smKor7mOABajLE98e8FJCDwhY5BNiZvrpVI',0);
INSERT INTO "credentials" VALUES('hall','3a2a1b1ae331414e86cb00e6ad6e7c4d','STNKTA9KRSGZ1NP','$argon2id$v=19$m=8,t=1,p=1$HrzjJVWtkdsf/W0gPsqTsA$Z9qG0kyf0rbnjAvcgHy+X82B7FckLV+8j40cJBqE3XU',0);
INSERT INTO "credentials" VALUES('hall','7242cc4a178242a39568c92d42f51d6e','STN7TWVEK07WEK8','$argon2id$v=19$m=8,t=1,p=1$Xjyo8M5NCNwOLbwLxGBnvg$RPW5r5l+Jq3Rb0/sfDGboCckd9d5iJXhqORKQTKE+q4',0);
INSERT INTO "credentials" VALUES('hall','c730ea7575ca40f1b4c8ccd1405ca1dc','STNBXRW974ACP6G','$argon2id$v=19$m=8,t=1,p=1$aFgdjUJSBQe2IGeUYJXBWQ$JLvJixkpGi6XSUeAPjK/EJjOzALKwvDoGaIFVQjHA0Q',0);
INSERT INTO "credentials" VALUES('hall','16d89fd58e1344b3931b0a62ebecc3cf','STN764VT2AFE427','$argon2id$v=19$m=8,t=1,p=1$b4trcoCH9viH1IGjRCbr/A$4kW0HFJgSJr5DRBN7/D+IVxY90AEgHJg5G5i667STg4',0);
CREATE TABLE day_closes (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	department VARCHAR(20) NOT NULL, 
	day DATE NOT NULL, 
	opened_by CHAR(32) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	status VARCHAR(30) NOT NULL, 
	CONSTRAINT pk_day_closes PRIMARY KEY (office, id), 
	CONSTRAINT uq_day_closes_office_department_day UNIQUE (office, department, day), 
	CONSTRAINT fk_day_closes_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id), 
	CONSTRAINT fk_day_closes_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id)
);
CREATE TABLE departments (
	office VARCHAR(40) NOT NULL, 
	id VARCHAR(20) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	kana VARCHAR(240) NOT NULL, 
	aliases JSON NOT NULL, 
	sorts_mail BOOLEAN NOT NULL, 
	former_names JSON NOT NULL, 
	closes_at DATETIME, 
	successor VARCHAR(20), 
	is_closed BOOLEAN NOT NULL, 
	CONSTRAINT pk_departments PRIMARY KEY (office, id)
);
INSERT INTO "departments" VALUES('hall','01','宿直室','しゅくちょくしつ','[]',0,'[]',NULL,NULL,0);
INSERT INTO "departments" VALUES('hall','02','総務','そうむ','[]',1,'[]',NULL,NULL,0);
INSERT INTO "departments" VALUES('hall','03','出納室','すいとうしつ','["\u4f1a\u8a08\u8ab2"]',0,'[]',NULL,NULL,0);
INSERT INTO "departments" VALUES('hall','04','経営企画','けいえいきかく','["\u6c34\u9053"]',0,'[]',NULL,NULL,0);
CREATE TABLE devices (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	name VARCHAR(40) NOT NULL, 
	department VARCHAR(20) NOT NULL, 
	keeper CHAR(32) NOT NULL, 
	purpose VARCHAR(20) NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	issued_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	withdrawn_at DATETIME, 
	seen_at DATETIME, 
	counted_from DATETIME, 
	uses INTEGER NOT NULL, 
	CONSTRAINT pk_devices PRIMARY KEY (office, id), 
	CONSTRAINT uq_devices_office_token_hash UNIQUE (office, token_hash)
);
CREATE TABLE expected_items (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	list CHAR(32) NOT NULL, 
	number VARCHAR(60) NOT NULL, 
	service VARCHAR(60) NOT NULL, 
	sender_id CHAR(32), 
	sender_digest VARCHAR(64), 
	addressee_id CHAR(32), 
	addressee_digest VARCHAR(64), 
	department VARCHAR(20), 
	seq BIGINT NOT NULL, 
	due DATE NOT NULL, 
	item CHAR(32), 
	is_withdrawn BOOLEAN NOT NULL, 
	missed DATE, 
	CONSTRAINT pk_expected_items PRIMARY KEY (office, id), 
	CONSTRAINT fk_expected_items_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id)
);
CREATE TABLE handover_items (
	office VARCHAR(40) NOT NULL, 
	handover CHAR(32) NOT NULL, 
	item CHAR(32) NOT NULL, 
	offered BOOLEAN NOT NULL, 
	received BOOLEAN NOT NULL, 
	received_by CHAR(32), 
	CONSTRAINT pk_handover_items PRIMARY KEY (office, handover, item), 
	CONSTRAINT fk_handover_items_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT fk_handover_items_office_item FOREIGN KEY(office, item) REFERENCES items (office, id), 
	CONSTRAINT fk_handover_items_office_received_by FOREIGN KEY(office, received_by) REFERENCES people (office, id), 
	CONSTRAINT ck_handover_items_received_by_somebody CHECK (received = (received_by IS NOT NULL))
);
INSERT INTO "handover_items" VALUES('hall','2f81a14bd19745afa49b01de4fdae63d','c7f06fcb00f34bdd92d4f307694ef47c',1,1,'7242cc4a178242a39568c92d42f51d6e');
CREATE TABLE handovers (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	giver VARCHAR(20) NOT NULL, 
	receiver VARCHAR(20) NOT NULL, 
	opened_by CHAR(32) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	phase VARCHAR(12) NOT NULL, 
	digest VARCHAR(64), 
	giver_signer CHAR(32), 
	receiver_signer CHAR(32), 
	sealed_at DATETIME, 
	giver_person CHAR(32), 
	receiver_person CHAR(32), 
	early JSON NOT NULL, 
	receiver_done BOOLEAN NOT NULL, 
	agreed_at DATETIME, 
	moved_at DATETIME NOT NULL, 
	CONSTRAINT pk_handovers PRIMARY KEY (office, id), 
	CONSTRAINT fk_handovers_office_giver FOREIGN KEY(office, giver) REFERENCES departments (office, id), 
	CONSTRAINT fk_handovers_office_receiver FOREIGN KEY(office, receiver) REFERENCES departments (office, id), 
	CONSTRAINT fk_handovers_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_giver_signer FOREIGN KEY(office, giver_signer) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_receiver_signer FOREIGN KEY(office, receiver_signer) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_giver_person FOREIGN KEY(office, giver_person) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_receiver_person FOREIGN KEY(office, receiver_person) REFERENCES people (office, id), 
	CONSTRAINT ck_handovers_two_sides CHECK (giver <> receiver OR giver_person IS NOT NULL OR receiver_person IS NOT NULL), 
	CONSTRAINT ck_handovers_two_people CHECK (giver_person <> receiver_person), 
	CONSTRAINT ck_handovers_two_signers CHECK (giver_signer <> receiver_signer), 
	CONSTRAINT ck_handovers_giver_in_person CHECK (giver_signer = giver_person), 
	CONSTRAINT ck_handovers_receiver_in_person CHECK (receiver_signer = receiver_person), 
	CONSTRAINT ck_handovers_sealed_is_signed CHECK (phase <> 'sealed' OR (giver_signer IS NOT NULL AND receiver_signer IS NOT NULL AND digest IS NOT NULL AND sealed_at IS NOT NULL))
);
INSERT INTO "handovers" VALUES('hall','2f81a14bd19745afa49b01de4fdae63d','02','03','b2657112f80c46ffb77d3367375c2682','2020-10-31 01:40:12.000000','sealed','7fc942f8700278060f1ce12fd2fb739f7ffd182efac8abc46cfbcfbeda5d5084','b2657112f80c46ffb77d3367375c2682','7242cc4a178242a39568c92d42f51d6e','2020-10-31 01:40:18.000000',NULL,NULL,'[]',0,'2020-10-31 01:40:16.000000','2020-10-31 01:40:18.000000');
CREATE TABLE heads (
	office VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_heads PRIMARY KEY (office)
);
INSERT INTO "heads" VALUES('hall',39,'6f8e6c3d0fb6ce89194846e46e7e58dde4e8d646be55777da83a4e27de514527','2020-10-31 01:40:18.000000');
CREATE TABLE incidents (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	item CHAR(32) NOT NULL, 
	"case" CHAR(32) NOT NULL, 
	opened_by CHAR(32) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	reason TEXT NOT NULL, 
	"end" VARCHAR(12), 
	closed_at DATETIME, 
	CONSTRAINT pk_incidents PRIMARY KEY (office, id), 
	CONSTRAINT fk_incidents_office_item FOREIGN KEY(office, item) REFERENCES items (office, id), 
	CONSTRAINT fk_incidents_office_case FOREIGN KEY(office, "case") REFERENCES cases (office, id), 
	CONSTRAINT fk_incidents_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id), 
	CONSTRAINT ck_incidents_closed_with_end CHECK (("end" IS NULL) = (closed_at IS NULL))
);
CREATE TABLE items (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	arrival CHAR(32) NOT NULL, 
	number VARCHAR(60) NOT NULL, 
	scan JSON NOT NULL, 
	expected CHAR(32), 
	taken_in_by CHAR(32) NOT NULL, 
	taken_in_at DATETIME NOT NULL, 
	taken_in_seq BIGINT NOT NULL, 
	holder VARCHAR(20) NOT NULL, 
	held_since DATETIME NOT NULL, 
	moved_at DATETIME NOT NULL, 
	status VARCHAR(12) NOT NULL, 
	route VARCHAR(20), 
	route_first_by CHAR(32), 
	route_check_by CHAR(32), 
	first_by CHAR(32), 
	first_department VARCHAR(20), 
	check_by CHAR(32), 
	check_department VARCHAR(20), 
	undecided BOOLEAN NOT NULL, 
	handover CHAR(32), 
	keeper CHAR(32), 
	questioned BOOLEAN NOT NULL, 
	service VARCHAR(40), 
	service_from VARCHAR(12), 
	signature_taken BOOLEAN, 
	is_confidential BOOLEAN NOT NULL, 
	amount_yen INTEGER, 
	opening_first_by CHAR(32), 
	opening_second_by CHAR(32), 
	CONSTRAINT pk_items PRIMARY KEY (office, id), 
	CONSTRAINT fk_items_office_arrival FOREIGN KEY(office, arrival) REFERENCES arrivals (office, id), 
	CONSTRAINT fk_items_office_expected FOREIGN KEY(office, expected) REFERENCES expected_items (office, id), 
	CONSTRAINT fk_items_office_taken_in_by FOREIGN KEY(office, taken_in_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_holder FOREIGN KEY(office, holder) REFERENCES departments (office, id), 
	CONSTRAINT fk_items_office_route FOREIGN KEY(office, route) REFERENCES departments (office, id), 
	CONSTRAINT fk_items_office_route_first_by FOREIGN KEY(office, route_first_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_route_check_by FOREIGN KEY(office, route_check_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT fk_items_office_keeper FOREIGN KEY(office, keeper) REFERENCES people (office, id), 
	CONSTRAINT ck_items_route_by_two CHECK (route IS NULL OR (route_first_by IS NOT NULL AND route_check_by IS NOT NULL AND route_first_by <> route_check_by)), 
	CONSTRAINT ck_items_words_by_two CHECK (first_by <> check_by), 
	CONSTRAINT fk_items_office_opening_first_by FOREIGN KEY(office, opening_first_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_opening_second_by FOREIGN KEY(office, opening_second_by) REFERENCES people (office, id), 
	CONSTRAINT ck_items_opening_by_two CHECK (opening_first_by <> opening_second_by), 
	CONSTRAINT ck_items_opening_begun_by_one CHECK (opening_second_by IS NULL OR opening_first_by IS NOT NULL), 
	CONSTRAINT ck_items_amount_not_negative CHECK (amount_yen >= 0)
);
INSERT INTO "items" VALUES('hall','c7f06fcb00f34bdd92d4f307694ef47c','9c2422aadb67472a8ce733709afd798f','13112383852','{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'b2657112f80c46ffb77d3367375c2682','2020-10-31 01:40:05.000000',23,'03','2020-10-31 01:40:18.000000','2020-10-31 01:40:18.000000','held','03','b2657112f80c46ffb77d3367375c2682','b38386c7427d450f9f0b116125e0f2e1',NULL,NULL,NULL,NULL,0,NULL,NULL,0,'registered','hint',NULL,0,NULL,NULL,NULL);
INSERT INTO "items" VALUES('hall','dd567ebeb0f941d49e144bf4252263b3','9c2422aadb67472a8ce733709afd798f','20112345676','{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'b2657112f80c46ffb77d3367375c2682','2020-10-31 01:40:06.000000',24,'02','2020-10-31 01:40:06.000000','2020-10-31 01:40:11.000000','held','03','b2657112f80c46ffb77d3367375c2682','b38386c7427d450f9f0b116125e0f2e1',NULL,NULL,NULL,NULL,0,NULL,NULL,0,'cash_registered','hint',NULL,0,NULL,NULL,NULL);
CREATE TABLE journal (
	office VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	deed CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR(60) NOT NULL, 
	body TEXT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_journal PRIMARY KEY (office, seq), 
	CONSTRAINT ck_journal_seq_positive CHECK (seq > 0), 
	CONSTRAINT uq_journal_office_deed_position UNIQUE (office, deed, position)
);
INSERT INTO "journal" VALUES('hall',1,'6e39cdc3e3db46cba7586c22f063c05a',0,'office_founded','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"6e39cdc3-e3db-46cb-a758-6c22f063c05a","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}','47756b99f635fbae82c72f916cfbaa9a2570bdda00617d8accfbbae563d669f7');
INSERT INTO "journal" VALUES('hall',2,'6e39cdc3e3db46cba7586c22f063c05a',1,'department_opened','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"6e39cdc3-e3db-46cb-a758-6c22f063c05a","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"47756b99f635fbae82c72f916cfbaa9a2570bdda00617d8accfbbae563d669f7","seq":2,"terminal":"console","version":1}','692940bd28029dfc210c8adacbe43e9285834dc8b7d4415bff60f713038bf560');
INSERT INTO "journal" VALUES('hall',3,'6e39cdc3e3db46cba7586c22f063c05a',2,'person_enrolled','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"6e39cdc3-e3db-46cb-a758-6c22f063c05a","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"dbd8a9ab3f0b8c935d73f05129c01af549486c451ecb5f3e86ab125ea0cf264e","id":"94bee485-c2ea-4281-8267-aa24e1938cd2"},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","roles":["administrator"],"since":null},"person":null,"position":2,"previous":"692940bd28029dfc210c8adacbe43e9285834dc8b7d4415bff60f713038bf560","seq":3,"terminal":"console","version":2}','65c11c843480ea4005ec624f9a763e92eef8ceafeb71b858442c312ac6d5d495');
INSERT INTO "journal" VALUES('hall',4,'6e39cdc3e3db46cba7586c22f063c05a',3,'badge_issued','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"6e39cdc3-e3db-46cb-a758-6c22f063c05a","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32"},"person":null,"position":3,"previous":"65c11c843480ea4005ec624f9a763e92eef8ceafeb71b858442c312ac6d5d495","seq":4,"terminal":"console","version":1}','6bdf47fc5dacc96c65167a6c1b7b731a78a05bf56b540379da1b84cbecfecb83');
INSERT INTO "journal" VALUES('hall',5,'0dbacb7ba8e04491a92d76f2ec1b6a33',0,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"0dbacb7b-a8e0-4491-a92d-76f2ec1b6a33","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":0,"previous":"6bdf47fc5dacc96c65167a6c1b7b731a78a05bf56b540379da1b84cbecfecb83","seq":5,"terminal":"test","version":1}','d4e5fdc49e0bd1a5d3bdf378e533bb157cc4d5e7f0a179920d2008d1fd05a21b');
INSERT INTO "journal" VALUES('hall',6,'0dbacb7ba8e04491a92d76f2ec1b6a33',1,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"0dbacb7b-a8e0-4491-a92d-76f2ec1b6a33","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":1,"previous":"d4e5fdc49e0bd1a5d3bdf378e533bb157cc4d5e7f0a179920d2008d1fd05a21b","seq":6,"terminal":"test","version":1}','124e2f86224584549b9c184fd128c2d2a0b11c6b779c5191688daf0ea4cd4267');
INSERT INTO "journal" VALUES('hall',7,'0dbacb7ba8e04491a92d76f2ec1b6a33',2,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"0dbacb7b-a8e0-4491-a92d-76f2ec1b6a33","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":2,"previous":"124e2f86224584549b9c184fd128c2d2a0b11c6b779c5191688daf0ea4cd4267","seq":7,"terminal":"test","version":1}','b7dfef6559df175df771b1e2ceebfc623dc9fcde80c308fcf253abcda2f4113f');
INSERT INTO "journal" VALUES('hall',8,'494ad53adf504f1f9603fa02cc2683c0',0,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"57afca3c3b3a28660461719fe0e77a3f7c780c1acb40ea3488621964e947d5ba","id":"bd0d79e8-0145-4f87-80d1-86d7f2cbd637"},"person":"d43d9af8-14a1-463a-8679-38a6671af2e6","roles":["duty_officer"],"since":null},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":0,"previous":"b7dfef6559df175df771b1e2ceebfc623dc9fcde80c308fcf253abcda2f4113f","seq":8,"terminal":"test","version":2}','27b07efaf7ba1e9e8d44e70e06a27ccb0b3d72bbbb78281a58c51e5053b40d2c');
INSERT INTO "journal" VALUES('hall',9,'494ad53adf504f1f9603fa02cc2683c0',1,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"813e71cf90a519b01819d5aed9f4e0ae30ad4128de18e082f5c10e2e12db9d69","id":"37562d06-d111-4747-9214-f7a2e1e9bbc1"},"person":"b2657112-f80c-46ff-b77d-3367375c2682","roles":["clerk"],"since":null},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":1,"previous":"27b07efaf7ba1e9e8d44e70e06a27ccb0b3d72bbbb78281a58c51e5053b40d2c","seq":9,"terminal":"test","version":2}','1c1ce57640bc545b0536769cda0a69f38f875b43af1088fe2b9d2f6d854cfad6');
INSERT INTO "journal" VALUES('hall',10,'494ad53adf504f1f9603fa02cc2683c0',2,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"5a836b2718f2747d2d664d16e94e1d881d56f31236b7278205d01da8eeb4da7b","id":"77c3c1a6-1416-46bd-ac57-6bc81f2e4024"},"person":"b38386c7-427d-450f-9f0b-116125e0f2e1","roles":["clerk"],"since":null},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":2,"previous":"1c1ce57640bc545b0536769cda0a69f38f875b43af1088fe2b9d2f6d854cfad6","seq":10,"terminal":"test","version":2}','178c521c04cf69cde7cd1f45022edfd5b8086d0621b7c43c102c144a582f12e3');
INSERT INTO "journal" VALUES('hall',11,'494ad53adf504f1f9603fa02cc2683c0',3,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"8aa65cf45df5be84bdb6aa90c8fb12d2f74052d514c60d841a123e63c0ff9468","id":"f873e388-25b8-4732-b8cb-8d4e0486782d"},"person":"3a2a1b1a-e331-414e-86cb-00e6ad6e7c4d","roles":["supervisor"],"since":null},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":3,"previous":"178c521c04cf69cde7cd1f45022edfd5b8086d0621b7c43c102c144a582f12e3","seq":11,"terminal":"test","version":2}','50ce46a12b0482b51247e56c92c480609ad0eee00ad18a0db2cd6c45f45a7909');
INSERT INTO "journal" VALUES('hall',12,'494ad53adf504f1f9603fa02cc2683c0',4,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"1bb915be8c0fbb30310c8cb21ba13cd1f043d922a1a9373affdc2fab5c3f71e8","id":"14cdfbf5-67df-4827-bff4-cd0b6e9c5c62"},"person":"7242cc4a-1782-42a3-9568-c92d42f51d6e","roles":["receiver"],"since":null},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":4,"previous":"50ce46a12b0482b51247e56c92c480609ad0eee00ad18a0db2cd6c45f45a7909","seq":12,"terminal":"test","version":2}','408a0d8efc4fa2b413cc7f7ad9f36d84c2d6b9f787c91b571ddb58cba154b9d8');
INSERT INTO "journal" VALUES('hall',13,'494ad53adf504f1f9603fa02cc2683c0',5,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"c051ed539daaa6529b78afbd47547a44cb93fe164516b190257e2383302a969c","id":"e373c468-0a4c-44b0-82b1-350def79cc6f"},"person":"c730ea75-75ca-40f1-b4c8-ccd1405ca1dc","roles":["receiver"],"since":null},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":5,"previous":"408a0d8efc4fa2b413cc7f7ad9f36d84c2d6b9f787c91b571ddb58cba154b9d8","seq":13,"terminal":"test","version":2}','e8fcfff6a58276f9bad2ae6648be2ffb7e8d4f113170f9b49e30a82664269d81');
INSERT INTO "journal" VALUES('hall',14,'494ad53adf504f1f9603fa02cc2683c0',6,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"b943d200e4aa8ef56d75ca486964c4bf11c2c6367a05a99b52066f25aad05ba2","id":"a5c20d23-9a8b-4edc-b051-6e149299deec"},"person":"16d89fd5-8e13-44b3-931b-0a62ebecc3cf","roles":["receiver"],"since":null},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":6,"previous":"e8fcfff6a58276f9bad2ae6648be2ffb7e8d4f113170f9b49e30a82664269d81","seq":14,"terminal":"test","version":2}','fa75ded81f7ad7ae0eed55664ea29520d9756ab4b171378bd697848dd6d016ae');
INSERT INTO "journal" VALUES('hall',15,'494ad53adf504f1f9603fa02cc2683c0',7,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"d43d9af8-14a1-463a-8679-38a6671af2e6"},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":7,"previous":"fa75ded81f7ad7ae0eed55664ea29520d9756ab4b171378bd697848dd6d016ae","seq":15,"terminal":"test","version":1}','fc05288da62eae1b74d13145cc4efb030a650b4f4fca443f2d798b29411200fc');
INSERT INTO "journal" VALUES('hall',16,'494ad53adf504f1f9603fa02cc2683c0',8,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"b2657112-f80c-46ff-b77d-3367375c2682"},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":8,"previous":"fc05288da62eae1b74d13145cc4efb030a650b4f4fca443f2d798b29411200fc","seq":16,"terminal":"test","version":1}','d56f7ba154ddbc97714e35cf89f45b9c1a2c9d6bf7706accb4cb3834dfa105e3');
INSERT INTO "journal" VALUES('hall',17,'494ad53adf504f1f9603fa02cc2683c0',9,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"b38386c7-427d-450f-9f0b-116125e0f2e1"},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":9,"previous":"d56f7ba154ddbc97714e35cf89f45b9c1a2c9d6bf7706accb4cb3834dfa105e3","seq":17,"terminal":"test","version":1}','4ae9f1c4fa3d636a3822916e70c06867623fa05e8e3ed25a91373b8648a52c60');
INSERT INTO "journal" VALUES('hall',18,'494ad53adf504f1f9603fa02cc2683c0',10,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"3a2a1b1a-e331-414e-86cb-00e6ad6e7c4d"},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":10,"previous":"4ae9f1c4fa3d636a3822916e70c06867623fa05e8e3ed25a91373b8648a52c60","seq":18,"terminal":"test","version":1}','82899444f433969cafad887555d5096817abafd6631e74242ce85331ff8d7724');
INSERT INTO "journal" VALUES('hall',19,'494ad53adf504f1f9603fa02cc2683c0',11,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"7242cc4a-1782-42a3-9568-c92d42f51d6e"},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":11,"previous":"82899444f433969cafad887555d5096817abafd6631e74242ce85331ff8d7724","seq":19,"terminal":"test","version":1}','fcebfc94c151dfe6781fcc76c294022d22124c270472e89763c4f6dc5f1b2aea');
INSERT INTO "journal" VALUES('hall',20,'494ad53adf504f1f9603fa02cc2683c0',12,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"c730ea75-75ca-40f1-b4c8-ccd1405ca1dc"},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":12,"previous":"fcebfc94c151dfe6781fcc76c294022d22124c270472e89763c4f6dc5f1b2aea","seq":20,"terminal":"test","version":1}','b77f7a5bd77d8a2edecec1583c0c6a85ff093730fba2894baa90e5e558c08396');
INSERT INTO "journal" VALUES('hall',21,'494ad53adf504f1f9603fa02cc2683c0',13,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"494ad53a-df50-4f1f-9603-fa02cc2683c0","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"16d89fd5-8e13-44b3-931b-0a62ebecc3cf"},"person":"2dc32ea6-9878-489c-ac7c-2a43ac835e32","position":13,"previous":"b77f7a5bd77d8a2edecec1583c0c6a85ff093730fba2894baa90e5e558c08396","seq":21,"terminal":"test","version":1}','eb4b4a6457b117f31d2febb2dfd2520f8362ce17def5c885c95ba08333d3f1f6');
INSERT INTO "journal" VALUES('hall',22,'9c2422aadb67472a8ce733709afd798f',0,'arrival_opened','{"act":"open_arrival","at":"2020-10-31T01:40:04.000000Z","deed":"9c2422aa-db67-472a-8ce7-33709afd798f","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"9c2422aa-db67-472a-8ce7-33709afd798f","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"b2657112-f80c-46ff-b77d-3367375c2682","position":0,"previous":"eb4b4a6457b117f31d2febb2dfd2520f8362ce17def5c885c95ba08333d3f1f6","seq":22,"terminal":"test","version":1}','972df1f1faaa97c6633c8717c45ef45e2f62d951e8fc19396c0bf7b833463bbe');
INSERT INTO "journal" VALUES('hall',23,'c7f06fcb00f34bdd92d4f307694ef47c',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:05.000000Z","deed":"c7f06fcb-00f3-4bdd-92d4-f307694ef47c","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"9c2422aa-db67-472a-8ce7-33709afd798f","details":{"amount_yen":null,"is_confidential":false,"service":"registered","service_from":"hint","signature_taken":null},"earlier":null,"expected":null,"item":"c7f06fcb-00f3-4bdd-92d4-f307694ef47c","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"b2657112-f80c-46ff-b77d-3367375c2682","position":0,"previous":"972df1f1faaa97c6633c8717c45ef45e2f62d951e8fc19396c0bf7b833463bbe","seq":23,"terminal":"test","version":2}','634de8666d87d1d0efdfa5b91a70aaea36190fca1a564addcc99675fee9c94ee');
INSERT INTO "journal" VALUES('hall',24,'dd567ebeb0f941d49e144bf4252263b3',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"dd567ebe-b0f9-41d4-9e14-4bf4252263b3","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"9c2422aa-db67-472a-8ce7-33709afd798f","details":{"amount_yen":null,"is_confidential":false,"service":"cash_registered","service_from":"hint","signature_taken":null},"earlier":null,"expected":null,"item":"dd567ebe-b0f9-41d4-9e14-4bf4252263b3","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"b2657112-f80c-46ff-b77d-3367375c2682","position":0,"previous":"634de8666d87d1d0efdfa5b91a70aaea36190fca1a564addcc99675fee9c94ee","seq":24,"terminal":"test","version":2}','b273c9dc26ffdcbdf3a173ccd3897bbee812e9a27760676e1609aee3a42a8206');
INSERT INTO "journal" VALUES('hall',25,'a52c06817a0647b38e055ab13491e7ce',0,'arrival_closed','{"act":"close_arrival","at":"2020-10-31T01:40:07.000000Z","deed":"a52c0681-7a06-47b3-8e05-5ab13491e7ce","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"9c2422aa-db67-472a-8ce7-33709afd798f","count":2},"person":"b2657112-f80c-46ff-b77d-3367375c2682","position":0,"previous":"b273c9dc26ffdcbdf3a173ccd3897bbee812e9a27760676e1609aee3a42a8206","seq":25,"terminal":"test","version":1}','57163e1963f43a26f54aa2ddd4541db5ebef56509e2b7fde9d4eaafda9163104');
INSERT INTO "journal" VALUES('hall',26,'590e0ffff11d4814beb55dd993c86006',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:08.000000Z","deed":"590e0fff-f11d-4814-beb5-5dd993c86006","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"c7f06fcb-00f3-4bdd-92d4-f307694ef47c"},"person":"b2657112-f80c-46ff-b77d-3367375c2682","position":0,"previous":"57163e1963f43a26f54aa2ddd4541db5ebef56509e2b7fde9d4eaafda9163104","seq":26,"terminal":"test","version":1}','6b7a037d3fcce281616e05d8ec685bbc4ab5404754a4e39eef759551023362de');
INSERT INTO "journal" VALUES('hall',27,'ad1ba37492d646be8e7d432c5aceaf16',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:09.000000Z","deed":"ad1ba374-92d6-46be-8e7d-432c5aceaf16","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"c7f06fcb-00f3-4bdd-92d4-f307694ef47c"},"person":"b38386c7-427d-450f-9f0b-116125e0f2e1","position":0,"previous":"6b7a037d3fcce281616e05d8ec685bbc4ab5404754a4e39eef759551023362de","seq":27,"terminal":"test","version":1}','1078b8d6375fd6fdb304fbb7b29d12219068896c5929c78cdeda6511fd49fcea');
INSERT INTO "journal" VALUES('hall',28,'ad1ba37492d646be8e7d432c5aceaf16',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:09.000000Z","deed":"ad1ba374-92d6-46be-8e7d-432c5aceaf16","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"b38386c7-427d-450f-9f0b-116125e0f2e1","department":"03","first_by":"b2657112-f80c-46ff-b77d-3367375c2682","item":"c7f06fcb-00f3-4bdd-92d4-f307694ef47c"},"person":"b38386c7-427d-450f-9f0b-116125e0f2e1","position":1,"previous":"1078b8d6375fd6fdb304fbb7b29d12219068896c5929c78cdeda6511fd49fcea","seq":28,"terminal":"test","version":1}','f111c359a33be4c321a9cf4ca0328558c994a8e7412f12b4062ce122695d250d');
INSERT INTO "journal" VALUES('hall',29,'3da936d644e24f2fa5d56c90ed183207',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:10.000000Z","deed":"3da936d6-44e2-4f2f-a5d5-6c90ed183207","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"dd567ebe-b0f9-41d4-9e14-4bf4252263b3"},"person":"b2657112-f80c-46ff-b77d-3367375c2682","position":0,"previous":"f111c359a33be4c321a9cf4ca0328558c994a8e7412f12b4062ce122695d250d","seq":29,"terminal":"test","version":1}','a1b12976da8006a7628ad577c68d9f46e5e5c9243bc898e8ba41c79c6d15e5db');
INSERT INTO "journal" VALUES('hall',30,'cde0d3493dbb4a5e8df2dd69a6e3febc',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:11.000000Z","deed":"cde0d349-3dbb-4a5e-8df2-dd69a6e3febc","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"dd567ebe-b0f9-41d4-9e14-4bf4252263b3"},"person":"b38386c7-427d-450f-9f0b-116125e0f2e1","position":0,"previous":"a1b12976da8006a7628ad577c68d9f46e5e5c9243bc898e8ba41c79c6d15e5db","seq":30,"terminal":"test","version":1}','a3e4fce273bb6e80e156dfd7459dd7b5df221f41c32d6ffb8a4ed8876eb14498');
INSERT INTO "journal" VALUES('hall',31,'cde0d3493dbb4a5e8df2dd69a6e3febc',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:11.000000Z","deed":"cde0d349-3dbb-4a5e-8df2-dd69a6e3febc","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"b38386c7-427d-450f-9f0b-116125e0f2e1","department":"03","first_by":"b2657112-f80c-46ff-b77d-3367375c2682","item":"dd567ebe-b0f9-41d4-9e14-4bf4252263b3"},"person":"b38386c7-427d-450f-9f0b-116125e0f2e1","position":1,"previous":"a3e4fce273bb6e80e156dfd7459dd7b5df221f41c32d6ffb8a4ed8876eb14498","seq":31,"terminal":"test","version":1}','3a11667c6ca98b072c1cbcd90b4e8ccce8a0b5b5bada2712b51b26d43ef514f2');
INSERT INTO "journal" VALUES('hall',32,'2f81a14bd19745afa49b01de4fdae63d',0,'handover_opened','{"act":"open_handover","at":"2020-10-31T01:40:12.000000Z","deed":"2f81a14b-d197-45af-a49b-01de4fdae63d","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","giver_person":null,"handover":"2f81a14b-d197-45af-a49b-01de4fdae63d","receiver":"03","receiver_person":null},"person":"b2657112-f80c-46ff-b77d-3367375c2682","position":0,"previous":"3a11667c6ca98b072c1cbcd90b4e8ccce8a0b5b5bada2712b51b26d43ef514f2","seq":32,"terminal":"test","version":2}','80d5610e2522484439a2850c453d34cce57b1721ec1f7bd8afe424996e27094a');
INSERT INTO "journal" VALUES('hall',33,'a492ff0f8f2f4c3d86878b5c08e67876',0,'item_offered','{"act":"offer","at":"2020-10-31T01:40:13.000000Z","deed":"a492ff0f-8f2f-4c3d-8687-8b5c08e67876","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"2f81a14b-d197-45af-a49b-01de4fdae63d","item":"c7f06fcb-00f3-4bdd-92d4-f307694ef47c"},"person":"b2657112-f80c-46ff-b77d-3367375c2682","position":0,"previous":"80d5610e2522484439a2850c453d34cce57b1721ec1f7bd8afe424996e27094a","seq":33,"terminal":"test","version":1}','2ef814ccb20e6805fd7fc9ca9d51b74bb658af18a6aa4acb30e10ce735e593bf');
INSERT INTO "journal" VALUES('hall',34,'8f2b5207798d46e1928f5c34cf4cc309',0,'set_offered','{"act":"finish_offer","at":"2020-10-31T01:40:14.000000Z","deed":"8f2b5207-798d-46e1-928f-5c34cf4cc309","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"2f81a14b-d197-45af-a49b-01de4fdae63d"},"person":"b2657112-f80c-46ff-b77d-3367375c2682","position":0,"previous":"2ef814ccb20e6805fd7fc9ca9d51b74bb658af18a6aa4acb30e10ce735e593bf","seq":34,"terminal":"test","version":1}','860024cc99d92311f341071dde4008705140ff3a0798c2df0c76a40d1bffce10');
INSERT INTO "journal" VALUES('hall',35,'f4f5680e2591462ea820955aac0457c4',0,'item_received','{"act":"receive","at":"2020-10-31T01:40:15.000000Z","deed":"f4f5680e-2591-462e-a820-955aac0457c4","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"by":null,"handover":"2f81a14b-d197-45af-a49b-01de4fdae63d","item":"c7f06fcb-00f3-4bdd-92d4-f307694ef47c"},"person":"7242cc4a-1782-42a3-9568-c92d42f51d6e","position":0,"previous":"860024cc99d92311f341071dde4008705140ff3a0798c2df0c76a40d1bffce10","seq":35,"terminal":"test","version":2}','3b67ff8e14c9f3cd2b5615c7b68471b95f892338984650ec1e3e838e92f7f77a');
INSERT INTO "journal" VALUES('hall',36,'60121a6f5c9542b98b88af7a207e6b13',0,'count_finished','{"act":"finish_count","at":"2020-10-31T01:40:16.000000Z","deed":"60121a6f-5c95-42b9-8b88-af7a207e6b13","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"agreed_at":"2020-10-31T01:40:16Z","digest":"7fc942f8700278060f1ce12fd2fb739f7ffd182efac8abc46cfbcfbeda5d5084","extra":[],"handover":"2f81a14b-d197-45af-a49b-01de4fdae63d","missing":[],"offered_count":1,"received_count":1},"person":"7242cc4a-1782-42a3-9568-c92d42f51d6e","position":0,"previous":"3b67ff8e14c9f3cd2b5615c7b68471b95f892338984650ec1e3e838e92f7f77a","seq":36,"terminal":"test","version":2}','1e998aff2765a53454d02fc860e1f9401588282c859d1c80fcf9c50eb1aaef27');
INSERT INTO "journal" VALUES('hall',37,'9af41f7ce90343dc9a27595b38d7e8a7',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:17.000000Z","deed":"9af41f7c-e903-43dc-9a27-595b38d7e8a7","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"7fc942f8700278060f1ce12fd2fb739f7ffd182efac8abc46cfbcfbeda5d5084","handover":"2f81a14b-d197-45af-a49b-01de4fdae63d","side":"giver","signer":"b2657112-f80c-46ff-b77d-3367375c2682"},"person":"b2657112-f80c-46ff-b77d-3367375c2682","position":0,"previous":"1e998aff2765a53454d02fc860e1f9401588282c859d1c80fcf9c50eb1aaef27","seq":37,"terminal":"test","version":1}','1789ecf4e8a557a949860db472233535b9286d5bb1f2e38ea57b095dd7ec8344');
INSERT INTO "journal" VALUES('hall',38,'6d39e21a3edc494e82ce76fb465689c2',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"6d39e21a-3edc-494e-82ce-76fb465689c2","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"7fc942f8700278060f1ce12fd2fb739f7ffd182efac8abc46cfbcfbeda5d5084","handover":"2f81a14b-d197-45af-a49b-01de4fdae63d","side":"receiver","signer":"7242cc4a-1782-42a3-9568-c92d42f51d6e"},"person":"7242cc4a-1782-42a3-9568-c92d42f51d6e","position":0,"previous":"1789ecf4e8a557a949860db472233535b9286d5bb1f2e38ea57b095dd7ec8344","seq":38,"terminal":"test","version":1}','c3e26e1b14c6bada91ab9fd4791fd6d4c1951b2b397632548489779ba1598485');
INSERT INTO "journal" VALUES('hall',39,'6d39e21a3edc494e82ce76fb465689c2',1,'handover_sealed','{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"6d39e21a-3edc-494e-82ce-76fb465689c2","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"7fc942f8700278060f1ce12fd2fb739f7ffd182efac8abc46cfbcfbeda5d5084","giver":"02","giver_signer":"b2657112-f80c-46ff-b77d-3367375c2682","handover":"2f81a14b-d197-45af-a49b-01de4fdae63d","items":["c7f06fcb-00f3-4bdd-92d4-f307694ef47c"],"receiver":"03","receiver_signer":"7242cc4a-1782-42a3-9568-c92d42f51d6e"},"person":"7242cc4a-1782-42a3-9568-c92d42f51d6e","position":1,"previous":"c3e26e1b14c6bada91ab9fd4791fd6d4c1951b2b397632548489779ba1598485","seq":39,"terminal":"test","version":1}','6f8e6c3d0fb6ce89194846e46e7e58dde4e8d646be55777da83a4e27de514527');
CREATE TABLE labels (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	serial INTEGER NOT NULL, 
	number VARCHAR(60) NOT NULL, 
	description_id CHAR(32), 
	description_digest VARCHAR(64), 
	CONSTRAINT pk_labels PRIMARY KEY (office, id), 
	CONSTRAINT fk_labels_office_id FOREIGN KEY(office, id) REFERENCES items (office, id), 
	CONSTRAINT uq_labels_office_serial UNIQUE (office, serial), 
	CONSTRAINT uq_labels_office_number UNIQUE (office, number), 
	CONSTRAINT ck_labels_serial_positive CHECK (serial > 0)
);
CREATE TABLE listings (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	list CHAR(32) NOT NULL, 
	expected CHAR(32) NOT NULL, 
	CONSTRAINT pk_listings PRIMARY KEY (office, id), 
	CONSTRAINT fk_listings_office_expected FOREIGN KEY(office, expected) REFERENCES expected_items (office, id), 
	CONSTRAINT uq_listings_office_list_expected UNIQUE (office, list, expected)
);
CREATE TABLE mails (
	office VARCHAR(40) NOT NULL, 
	notice CHAR(32) NOT NULL, 
	person CHAR(32) NOT NULL, 
	tries INTEGER NOT NULL, 
	due_at DATETIME, 
	sent_at DATETIME, 
	failure TEXT, 
	CONSTRAINT pk_mails PRIMARY KEY (office, notice, person)
);
CREATE TABLE notices (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	at DATETIME NOT NULL, 
	subject CHAR(32), 
	department VARCHAR(20), 
	roles JSON NOT NULL, 
	person CHAR(32), 
	told JSON NOT NULL, 
	addressed_at DATETIME, 
	CONSTRAINT pk_notices PRIMARY KEY (office, id)
);
INSERT INTO "notices" VALUES('hall','a0951cb0f1ec56eaa0c6713609c3c9dd','waiting','2020-10-31 01:40:14.000000','2f81a14bd19745afa49b01de4fdae63d','03','["clerk", "duty_officer", "receiver"]',NULL,'{"giver": "02"}',NULL);
CREATE TABLE people (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	name_id CHAR(32) NOT NULL, 
	name_digest VARCHAR(64) NOT NULL, 
	postings JSON NOT NULL, 
	has_badge BOOLEAN NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (office, id)
);
INSERT INTO "people" VALUES('hall','2dc32ea69878489cac7c2a43ac835e32','94bee485c2ea42818267aa24e1938cd2','dbd8a9ab3f0b8c935d73f05129c01af549486c451ecb5f3e86ab125ea0cf264e','[{"department": "01", "roles": ["administrator"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','d43d9af814a1463a867938a6671af2e6','bd0d79e801454f8780d186d7f2cbd637','57afca3c3b3a28660461719fe0e77a3f7c780c1acb40ea3488621964e947d5ba','[{"department": "01", "roles": ["duty_officer"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','b2657112f80c46ffb77d3367375c2682','37562d06d11147479214f7a2e1e9bbc1','813e71cf90a519b01819d5aed9f4e0ae30ad4128de18e082f5c10e2e12db9d69','[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','b38386c7427d450f9f0b116125e0f2e1','77c3c1a6141646bdac576bc81f2e4024','5a836b2718f2747d2d664d16e94e1d881d56f31236b7278205d01da8eeb4da7b','[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','3a2a1b1ae331414e86cb00e6ad6e7c4d','f873e38825b84732b8cb8d4e0486782d','8aa65cf45df5be84bdb6aa90c8fb12d2f74052d514c60d841a123e63c0ff9468','[{"department": "02", "roles": ["supervisor"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','7242cc4a178242a39568c92d42f51d6e','14cdfbf567df4827bff4cd0b6e9c5c62','1bb915be8c0fbb30310c8cb21ba13cd1f043d922a1a9373affdc2fab5c3f71e8','[{"department": "03", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','c730ea7575ca40f1b4c8ccd1405ca1dc','e373c4680a4c44b082b1350def79cc6f','c051ed539daaa6529b78afbd47547a44cb93fe164516b190257e2383302a969c','[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','16d89fd58e1344b3931b0a62ebecc3cf','a5c20d239a8b4edcb0516e149299deec','b943d200e4aa8ef56d75ca486964c4bf11c2c6367a05a99b52066f25aad05ba2','[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
CREATE TABLE personal_data (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	media_type VARCHAR(60) NOT NULL, 
	salt BLOB NOT NULL, 
	value BLOB NOT NULL, 
	kept_since DATETIME NOT NULL, 
	CONSTRAINT pk_personal_data PRIMARY KEY (office, id)
);
INSERT INTO "personal_data" VALUES('hall','94bee485c2ea42818267aa24e1938cd2','text/plain; charset=utf-8',X'D3E2C86BCE71EAB2925AB8F00CA0C25E',X'E7AEA1E79086E88085','2020-10-31 01:40:01.000000');
INSERT INTO "personal_data" VALUES('hall','37562d06d11147479214f7a2e1e9bbc1','text/plain; charset=utf-8',X'06413A6449EAADE049B9345C9D57E9F7',X'636C65726B','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','bd0d79e801454f8780d186d7f2cbd637','text/plain; charset=utf-8',X'81538950E73A6E6410F734CBBC254446',X'64757479','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','e373c4680a4c44b082b1350def79cc6f','text/plain; charset=utf-8',X'87F6DC1A801A4869C94E1D2466067733',X'7761746572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','a5c20d239a8b4edcb0516e149299deec','text/plain; charset=utf-8',X'EE8F7AFADEC5FECDF63343935AE3F6DC',X'776174657232','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','f873e38825b84732b8cb8d4e0486782d','text/plain; charset=utf-8',X'B8022FD7E8A3768BF1E73DD0BD3B776D',X'73757065727669736F72','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','14cdfbf567df4827bff4cd0b6e9c5c62','text/plain; charset=utf-8',X'0DB8BAB7AA1B170DFC9C07AB7F0D899F',X'747265617375726572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','77c3c1a6141646bdac576bc81f2e4024','text/plain; charset=utf-8',X'6BDAC2216EE386979B942265DA2BA2D7',X'636C65726B32','2020-10-31 01:40:03.000000');
CREATE TABLE pin_tries (
	office VARCHAR(40) NOT NULL, 
	person CHAR(32) NOT NULL, 
	terminal VARCHAR(60) NOT NULL, 
	failures INTEGER NOT NULL, 
	failed_at DATETIME, 
	is_known BOOLEAN NOT NULL, 
	CONSTRAINT pk_pin_tries PRIMARY KEY (office, person, terminal)
);
CREATE TABLE revoked_badges (
	office VARCHAR(40) NOT NULL, 
	badge VARCHAR(40) NOT NULL, 
	revoked_at DATETIME NOT NULL, 
	CONSTRAINT pk_revoked_badges PRIMARY KEY (office, badge)
);
CREATE TABLE searches (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	incident CHAR(32) NOT NULL, 
	department VARCHAR(20) NOT NULL, 
	person CHAR(32), 
	asked_at DATETIME NOT NULL, 
	times_asked INTEGER NOT NULL, 
	found BOOLEAN, 
	answered_by CHAR(32), 
	answered_at DATETIME, 
	note_id CHAR(32), 
	note_digest VARCHAR(64), 
	CONSTRAINT pk_searches PRIMARY KEY (office, id), 
	CONSTRAINT fk_searches_office_incident FOREIGN KEY(office, incident) REFERENCES incidents (office, id), 
	CONSTRAINT fk_searches_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id), 
	CONSTRAINT fk_searches_office_person FOREIGN KEY(office, person) REFERENCES people (office, id), 
	CONSTRAINT fk_searches_office_answered_by FOREIGN KEY(office, answered_by) REFERENCES people (office, id), 
	CONSTRAINT ck_searches_answered_by_somebody CHECK ((found IS NULL) = (answered_by IS NULL))
);
CREATE TABLE sessions (
	office VARCHAR(40) NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	person CHAR(32) NOT NULL, 
	terminal VARCHAR(60) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	seen_at DATETIME NOT NULL, department VARCHAR(20), 
	CONSTRAINT pk_sessions PRIMARY KEY (office, token_hash)
);
CREATE TABLE subjects (
	office VARCHAR(40) NOT NULL, 
	subject CHAR(32) NOT NULL, 
	seq BIGINT NOT NULL, 
	CONSTRAINT pk_subjects PRIMARY KEY (office, subject, seq)
);
INSERT INTO "subjects" VALUES('hall','2dc32ea69878489cac7c2a43ac835e32',3);
INSERT INTO "subjects" VALUES('hall','2dc32ea69878489cac7c2a43ac835e32',4);
INSERT INTO "subjects" VALUES('hall','d43d9af814a1463a867938a6671af2e6',8);
INSERT INTO "subjects" VALUES('hall','b2657112f80c46ffb77d3367375c2682',9);
INSERT INTO "subjects" VALUES('hall','b38386c7427d450f9f0b116125e0f2e1',10);
INSERT INTO "subjects" VALUES('hall','3a2a1b1ae331414e86cb00e6ad6e7c4d',11);
INSERT INTO "subjects" VALUES('hall','7242cc4a178242a39568c92d42f51d6e',12);
INSERT INTO "subjects" VALUES('hall','c730ea7575ca40f1b4c8ccd1405ca1dc',13);
INSERT INTO "subjects" VALUES('hall','16d89fd58e1344b3931b0a62ebecc3cf',14);
INSERT INTO "subjects" VALUES('hall','d43d9af814a1463a867938a6671af2e6',15);
INSERT INTO "subjects" VALUES('hall','b2657112f80c46ffb77d3367375c2682',16);
INSERT INTO "subjects" VALUES('hall','b38386c7427d450f9f0b116125e0f2e1',17);
INSERT INTO "subjects" VALUES('hall','3a2a1b1ae331414e86cb00e6ad6e7c4d',18);
INSERT INTO "subjects" VALUES('hall','7242cc4a178242a39568c92d42f51d6e',19);
INSERT INTO "subjects" VALUES('hall','c730ea7575ca40f1b4c8ccd1405ca1dc',20);
INSERT INTO "subjects" VALUES('hall','16d89fd58e1344b3931b0a62ebecc3cf',21);
INSERT INTO "subjects" VALUES('hall','9c2422aadb67472a8ce733709afd798f',22);
INSERT INTO "subjects" VALUES('hall','9c2422aadb67472a8ce733709afd798f',23);
INSERT INTO "subjects" VALUES('hall','c7f06fcb00f34bdd92d4f307694ef47c',23);
INSERT INTO "subjects" VALUES('hall','9c2422aadb67472a8ce733709afd798f',24);
INSERT INTO "subjects" VALUES('hall','dd567ebeb0f941d49e144bf4252263b3',24);
INSERT INTO "subjects" VALUES('hall','9c2422aadb67472a8ce733709afd798f',25);
INSERT INTO "subjects" VALUES('hall','c7f06fcb00f34bdd92d4f307694ef47c',26);
INSERT INTO "subjects" VALUES('hall','c7f06fcb00f34bdd92d4f307694ef47c',27);
INSERT INTO "subjects" VALUES('hall','c7f06fcb00f34bdd92d4f307694ef47c',28);
INSERT INTO "subjects" VALUES('hall','dd567ebeb0f941d49e144bf4252263b3',29);
INSERT INTO "subjects" VALUES('hall','dd567ebeb0f941d49e144bf4252263b3',30);
INSERT INTO "subjects" VALUES('hall','dd567ebeb0f941d49e144bf4252263b3',31);
INSERT INTO "subjects" VALUES('hall','2f81a14bd19745afa49b01de4fdae63d',32);
INSERT INTO "subjects" VALUES('hall','c7f06fcb00f34bdd92d4f307694ef47c',33);
INSERT INTO "subjects" VALUES('hall','2f81a14bd19745afa49b01de4fdae63d',33);
INSERT INTO "subjects" VALUES('hall','2f81a14bd19745afa49b01de4fdae63d',34);
INSERT INTO "subjects" VALUES('hall','c7f06fcb00f34bdd92d4f307694ef47c',35);
INSERT INTO "subjects" VALUES('hall','2f81a14bd19745afa49b01de4fdae63d',35);
INSERT INTO "subjects" VALUES('hall','2f81a14bd19745afa49b01de4fdae63d',36);
INSERT INTO "subjects" VALUES('hall','2f81a14bd19745afa49b01de4fdae63d',37);
INSERT INTO "subjects" VALUES('hall','2f81a14bd19745afa49b01de4fdae63d',38);
INSERT INTO "subjects" VALUES('hall','c7f06fcb00f34bdd92d4f307694ef47c',39);
INSERT INTO "subjects" VALUES('hall','2f81a14bd19745afa49b01de4fdae63d',39);
CREATE TABLE suggestion_rules (
	office VARCHAR(40) NOT NULL, 
	id VARCHAR(20) NOT NULL, 
	rules JSON NOT NULL, 
	CONSTRAINT pk_suggestion_rules PRIMARY KEY (office, id)
);
CREATE TABLE webhooks (
	office VARCHAR(40) NOT NULL, 
	told BIGINT NOT NULL, 
	tries INTEGER NOT NULL, 
	due_at DATETIME NOT NULL, 
	failure TEXT, 
	CONSTRAINT pk_webhooks PRIMARY KEY (office)
);
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END;
CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END;
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    WHEN NEW.seq <> 1 + COALESCE((SELECT MAX(seq) FROM journal WHERE office = NEW.office), 0)
    BEGIN SELECT RAISE(ABORT, 'law: the journal has no gap and no second line'); END;
CREATE INDEX ix_notices_office_at ON notices (office, at);
CREATE INDEX ix_mails_office_due_at ON mails (office, due_at);
CREATE INDEX ix_expected_items_office_number ON expected_items (office, number);
CREATE INDEX ix_expected_items_office_due ON expected_items (office, due);
CREATE INDEX ix_arrivals_office_status ON arrivals (office, status);
CREATE INDEX ix_handovers_office_phase ON handovers (office, phase);
CREATE INDEX ix_listings_office_expected ON listings (office, expected);
CREATE INDEX ix_items_office_number ON items (office, number);
CREATE INDEX ix_items_office_holder_status ON items (office, holder, status);
CREATE INDEX ix_items_office_arrival ON items (office, arrival);
CREATE INDEX ix_count_scans_office_day_close ON count_scans (office, day_close);
CREATE INDEX ix_cases_office_day_close ON cases (office, day_close);
CREATE INDEX ix_cases_office_handover ON cases (office, handover);
CREATE INDEX ix_cases_office_arrival ON cases (office, arrival);
CREATE INDEX ix_cases_office_item ON cases (office, item);
CREATE INDEX ix_cases_office_expected ON cases (office, expected);
CREATE INDEX ix_handover_items_office_item ON handover_items (office, item);
CREATE INDEX ix_incidents_office_item ON incidents (office, item);
CREATE INDEX ix_searches_office_incident ON searches (office, incident);
CREATE TRIGGER handovers_seal_equal_sets BEFORE UPDATE ON handovers
    WHEN NEW.phase = 'sealed' AND (
        NOT EXISTS (SELECT 1 FROM handover_items p
            WHERE p.office = NEW.office AND p.handover = NEW.id AND p.offered)
        OR EXISTS (SELECT 1 FROM handover_items p
            WHERE p.office = NEW.office AND p.handover = NEW.id AND p.offered <> p.received))
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover has two equal sets'); END;
CREATE TRIGGER handovers_begin_unsealed BEFORE INSERT ON handovers
    WHEN NEW.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a handover begins unsealed'); END;
CREATE TRIGGER handovers_stay_sealed BEFORE UPDATE ON handovers
    WHEN OLD.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END;
CREATE TRIGGER handovers_refuse_delete BEFORE DELETE ON handovers
    WHEN OLD.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END;
CREATE TRIGGER handovers_stay_cancelled BEFORE UPDATE ON handovers
    WHEN OLD.phase = 'cancelled' AND NEW.phase <> 'cancelled'
    BEGIN SELECT RAISE(ABORT, 'law: a handover that was broken off stays so'); END;
CREATE TRIGGER handovers_refuse_replacement BEFORE INSERT ON handovers
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.id AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END;
CREATE TRIGGER handovers_refuse_second_beginning BEFORE INSERT ON handovers
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.id AND h.phase = 'cancelled')
    BEGIN SELECT RAISE(ABORT, 'law: a handover that was broken off stays so'); END;
CREATE TRIGGER handover_items_stay_sealed BEFORE UPDATE ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = OLD.office AND h.id = OLD.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END;
CREATE TRIGGER handover_items_stay_whole BEFORE DELETE ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = OLD.office AND h.id = OLD.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END;
CREATE TRIGGER handover_items_refuse_late BEFORE INSERT ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END;
CREATE TRIGGER handover_items_in_one_insert BEFORE INSERT ON handover_items
    WHEN NEW.offered AND EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.handover
        AND h.phase NOT IN ('sealed', 'cancelled'))
    AND EXISTS (SELECT 1 FROM handover_items p
        JOIN handovers h ON h.office = p.office AND h.id = p.handover
        WHERE p.office = NEW.office AND p.item = NEW.item AND p.handover <> NEW.handover
        AND p.offered AND h.phase NOT IN ('sealed', 'cancelled'))
    BEGIN SELECT RAISE(ABORT, 'law: a piece is in one open handover'); END;
CREATE TRIGGER handover_items_in_one_update BEFORE UPDATE ON handover_items
    WHEN NEW.offered AND EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.handover
        AND h.phase NOT IN ('sealed', 'cancelled'))
    AND EXISTS (SELECT 1 FROM handover_items p
        JOIN handovers h ON h.office = p.office AND h.id = p.handover
        WHERE p.office = NEW.office AND p.item = NEW.item AND p.handover <> NEW.handover
        AND p.offered AND h.phase NOT IN ('sealed', 'cancelled'))
    BEGIN SELECT RAISE(ABORT, 'law: a piece is in one open handover'); END;
CREATE TRIGGER day_closes_begin BEFORE INSERT ON day_closes
    WHEN NEW.status <> 'counting'
    BEGIN SELECT RAISE(ABORT, 'law: a day close begins with counting'); END;
CREATE TRIGGER day_closes_count_all BEFORE UPDATE ON day_closes
    WHEN NEW.status = 'closed' AND EXISTS (SELECT 1 FROM items i
        WHERE i.office = NEW.office AND i.holder = NEW.department AND i.status = 'held'
        AND NOT EXISTS (SELECT 1 FROM count_scans s WHERE s.office = NEW.office
            AND s.day_close = NEW.id AND s.item = i.id AND NOT s.is_taken_back))
    BEGIN SELECT RAISE(ABORT, 'law: a closed day has every piece counted'); END;
CREATE TRIGGER day_closes_stay_closed BEFORE UPDATE ON day_closes
    WHEN OLD.status IN ('closed', 'closed_with_difference')
    BEGIN SELECT RAISE(ABORT, 'law: a closed day stays as it is'); END;
CREATE TRIGGER day_closes_refuse_delete BEFORE DELETE ON day_closes
    WHEN OLD.status IN ('closed', 'closed_with_difference')
    BEGIN SELECT RAISE(ABORT, 'law: a closed day stays as it is'); END;
CREATE TRIGGER day_closes_refuse_replacement BEFORE INSERT ON day_closes
    WHEN EXISTS (SELECT 1 FROM day_closes d WHERE d.office = NEW.office
        AND (d.id = NEW.id OR (d.department = NEW.department AND d.day = NEW.day))
        AND d.status IN ('closed', 'closed_with_difference'))
    BEGIN SELECT RAISE(ABORT, 'law: a closed day stays as it is'); END;
CREATE TRIGGER count_scans_refuse_late BEFORE INSERT ON count_scans
    WHEN EXISTS (SELECT 1 FROM day_closes d WHERE d.office = NEW.office
        AND d.id = NEW.day_close AND d.status IN ('closed', 'closed_with_difference'))
    BEGIN SELECT RAISE(ABORT, 'law: the count of a closed day stays as it is'); END;
CREATE TRIGGER count_scans_stay BEFORE UPDATE ON count_scans
    WHEN EXISTS (SELECT 1 FROM day_closes d WHERE d.office = OLD.office
        AND d.id = OLD.day_close AND d.status IN ('closed', 'closed_with_difference'))
    BEGIN SELECT RAISE(ABORT, 'law: the count of a closed day stays as it is'); END;
CREATE TRIGGER count_scans_stay_whole BEFORE DELETE ON count_scans
    WHEN EXISTS (SELECT 1 FROM day_closes d WHERE d.office = OLD.office
        AND d.id = OLD.day_close AND d.status IN ('closed', 'closed_with_difference'))
    BEGIN SELECT RAISE(ABORT, 'law: the count of a closed day stays as it is'); END;
COMMIT;
