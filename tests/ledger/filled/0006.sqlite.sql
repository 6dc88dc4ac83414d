BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0006');
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
INSERT INTO "arrivals" VALUES('hall','54205ec641184ca8bb6b9100ba279105','日本郵便',2,'2020-10-31 01:40:04.000000','02',NULL,'a225d34502784c76a474047c6e087507','2020-10-31 01:40:04.000000',2,'closed','[]');
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
INSERT INTO "credentials" VALUES('hall','e5a65126da25453f814f98b2e790ef26','STNN0S38H7G16PW','$argon2id$v=19$m=8,t=1,p=1$LpqDwQIzr+nCDPjIqCa7BA$MzT+4fWoqCRdLeEUldnGn33Ni53VDPhvdT1WCRllwkk',0);
INSERT INTO "credentials" VALUES('hall','10da0e05292b4fa98a53ee49bbd32913','STNGBY22VC1KMM3','$argon2id$v=19$m=8,t=1,p=1$YP0FIj3L3ye74dHADmzufA$PVQK06RKjlW3YXpd75EmcAunr08QKYoVPd8XbpvmNKM',0);
INSERT INTO "credentials" VALUES('hall','a225d34502784c76a474047c6e087507','STNNT22WZEDHPR8','$argon2id$v=19$m=8,t=1,p=1$ib+FLkDQPm6wWEtCq21TGw$NABZQrn8DvCaoOIYefdmGddsgLZYvGp9U5Py9sgIm7w',0);
INSERT INTO "credentials" VALUES('hall','63cb893d6aa64e9b881a860c07cb93c1','STNJYE9PY4SJQ3S','$argon2id$v=19$m=8,t=1,p=1$rSxNV+E9z7nBeEyRgnobFw$EIT7rN0Xf9auPPVaFSM+ANWWGehhDlQsMUGQXJTho8Q',0);
INSERT INTO "credentials" VALUES('hall','0c65e1078bcc4ce4ab97b29be8324999','STNY668WSJ9B9ZJ','$argon2id$v=19$m=8,t=1,p=1$hXM2C2gU7vGSm8EkO8CN3A$6ecI8zQJgtB8Av/9h7Kt2z0/C6EABQEDJta/XEdP93g',0);
INSERT INTO "credentials" VALUES('hall','78dcac7b34594243b123b0337524d8d7','STN21T3YP5G68GT','$argon2id$v=19$m=8,t=1,p=1$w0xNhS1NZt1cwuP5NNkZrQ$1CqIH5nUUYUdIvDvUd5dAdiIfcX50d9MquECyDcWro0',0);
INSERT INTO "credentials" VALUES('hall','c5dc6809c0534ac0896aeed3acf0f12f','STNY07XPMZXVEB1','$argon2id$v=19$m=8,t=1,p=1$RTwrcbyUnM5u2gfBL5tQjg$WEhCoey8xP6YdOjdjbW31dXt+gwd43jt7Yu2Fpm3x6Q',0);
INSERT INTO "credentials" VALUES('hall','3ac84d7ecf0640b698bfbcfefea03566','STND9FSSWJR00AP','$argon2id$v=19$m=8,t=1,p=1$w5GMJBgPYpNU44xPZ0ol6Q$0/OyDtSvfoJx2ESoI7ElkC25yKCK3Sx/Vp9/sABvnP8',0);
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
INSERT INTO "handover_items" VALUES('hall','c86195c6193349f488fcf8d96c34620e','3e995518197142ee9d579c7ab62feba8',1,1,'78dcac7b34594243b123b0337524d8d7');
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
INSERT INTO "handovers" VALUES('hall','c86195c6193349f488fcf8d96c34620e','02','03','a225d34502784c76a474047c6e087507','2020-10-31 01:40:12.000000','sealed','437fee1076203639264bfde446f49ed2d11af87705923952513b84e6fe1f49d0','a225d34502784c76a474047c6e087507','78dcac7b34594243b123b0337524d8d7','2020-10-31 01:40:18.000000',NULL,NULL,'[]',0,'2020-10-31 01:40:16.000000','2020-10-31 01:40:18.000000');
CREATE TABLE heads (
	office VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_heads PRIMARY KEY (office)
);
INSERT INTO "heads" VALUES('hall',39,'3414f86004674fcb528af36e9b172b2e8d861e5024ff4bdba954c53012fa8ddb','2020-10-31 01:40:18.000000');
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
INSERT INTO "items" VALUES('hall','3e995518197142ee9d579c7ab62feba8','54205ec641184ca8bb6b9100ba279105','13112383852','{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'a225d34502784c76a474047c6e087507','2020-10-31 01:40:05.000000',23,'03','2020-10-31 01:40:18.000000','2020-10-31 01:40:18.000000','held','03','a225d34502784c76a474047c6e087507','63cb893d6aa64e9b881a860c07cb93c1',NULL,NULL,NULL,NULL,0,NULL,NULL,0,'registered','hint',NULL,0,NULL,NULL,NULL);
INSERT INTO "items" VALUES('hall','fdaf0bf7495547ef903eab70b109db29','54205ec641184ca8bb6b9100ba279105','20112345676','{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'a225d34502784c76a474047c6e087507','2020-10-31 01:40:06.000000',24,'02','2020-10-31 01:40:06.000000','2020-10-31 01:40:11.000000','held','03','a225d34502784c76a474047c6e087507','63cb893d6aa64e9b881a860c07cb93c1',NULL,NULL,NULL,NULL,0,NULL,NULL,0,'cash_registered','hint',NULL,0,NULL,NULL,NULL);
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
INSERT INTO "journal" VALUES('hall',1,'67c3a481c6ef4ec69429c97e2128da5e',0,'office_founded','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"67c3a481-c6ef-4ec6-9429-c97e2128da5e","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}','e773d9dd4a0d08ac8f57207e92679f126fb3a9756e6bd1855932a21ba02741b9');
INSERT INTO "journal" VALUES('hall',2,'67c3a481c6ef4ec69429c97e2128da5e',1,'department_opened','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"67c3a481-c6ef-4ec6-9429-c97e2128da5e","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"e773d9dd4a0d08ac8f57207e92679f126fb3a9756e6bd1855932a21ba02741b9","seq":2,"terminal":"console","version":1}','e4e9400f962d3265298db090ab01c4ad2019dbb757d45cd906c54586828c04a8');
INSERT INTO "journal" VALUES('hall',3,'67c3a481c6ef4ec69429c97e2128da5e',2,'person_enrolled','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"67c3a481-c6ef-4ec6-9429-c97e2128da5e","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"546d1f8b4e3eaad8aa6a5baedd81b4bcb98d3ffbdd0ce95beff00b73f9742f24","id":"4fa2fc1b-94cc-4251-8ab5-a357a237b31d"},"person":"e5a65126-da25-453f-814f-98b2e790ef26","roles":["administrator"],"since":null},"person":null,"position":2,"previous":"e4e9400f962d3265298db090ab01c4ad2019dbb757d45cd906c54586828c04a8","seq":3,"terminal":"console","version":2}','4953fa92cb6b8665f04c047ac6be43fc97327fb5c1820d9680648e5c7bc60334');
INSERT INTO "journal" VALUES('hall',4,'67c3a481c6ef4ec69429c97e2128da5e',3,'badge_issued','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"67c3a481-c6ef-4ec6-9429-c97e2128da5e","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"e5a65126-da25-453f-814f-98b2e790ef26"},"person":null,"position":3,"previous":"4953fa92cb6b8665f04c047ac6be43fc97327fb5c1820d9680648e5c7bc60334","seq":4,"terminal":"console","version":1}','ebd26a56f3faf4ec8c8dd7ce572ef7fe3d8ba34978ce7589e38b8d3d84b6db76');
INSERT INTO "journal" VALUES('hall',5,'971090ae5c19402b8fd8197a3c585c7b',0,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"971090ae-5c19-402b-8fd8-197a3c585c7b","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":0,"previous":"ebd26a56f3faf4ec8c8dd7ce572ef7fe3d8ba34978ce7589e38b8d3d84b6db76","seq":5,"terminal":"test","version":1}','4ca5e30c76ae75d6fac8bf9d9b4e9cf9edd567b681c56ff5b995686da72f98a4');
INSERT INTO "journal" VALUES('hall',6,'971090ae5c19402b8fd8197a3c585c7b',1,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"971090ae-5c19-402b-8fd8-197a3c585c7b","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":1,"previous":"4ca5e30c76ae75d6fac8bf9d9b4e9cf9edd567b681c56ff5b995686da72f98a4","seq":6,"terminal":"test","version":1}','ab7caa553399d71e419a4635667bc863055dfd30e77958a5d806ad838c4f88b1');
INSERT INTO "journal" VALUES('hall',7,'971090ae5c19402b8fd8197a3c585c7b',2,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"971090ae-5c19-402b-8fd8-197a3c585c7b","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":2,"previous":"ab7caa553399d71e419a4635667bc863055dfd30e77958a5d806ad838c4f88b1","seq":7,"terminal":"test","version":1}','75a2ea6e8d5f168194ed0d93aa33cb1f338a1dfef7e902e3e0e27417ae18ea16');
INSERT INTO "journal" VALUES('hall',8,'b2cf742c17044486bdaae8f714ac6cb2',0,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"f3608dac5215f28bdf4a1ea14fd206af0d16ab78eb24711fd125e2663c29f409","id":"dad45bba-737c-441e-a6ea-de7e5a2fcd19"},"person":"10da0e05-292b-4fa9-8a53-ee49bbd32913","roles":["duty_officer"],"since":null},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":0,"previous":"75a2ea6e8d5f168194ed0d93aa33cb1f338a1dfef7e902e3e0e27417ae18ea16","seq":8,"terminal":"test","version":2}','8f418ff236e867828a3c7bcfac6ccee947af57584c1829eb64bf70a83646fe86');
INSERT INTO "journal" VALUES('hall',9,'b2cf742c17044486bdaae8f714ac6cb2',1,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"e456acfec3d5448c5e3b95888c77f02c75ef978e3afdf8a86073ee3e75e0b302","id":"caffc120-a0be-41d3-8938-b81eca048504"},"person":"a225d345-0278-4c76-a474-047c6e087507","roles":["clerk"],"since":null},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":1,"previous":"8f418ff236e867828a3c7bcfac6ccee947af57584c1829eb64bf70a83646fe86","seq":9,"terminal":"test","version":2}','8ff7dd0afcef75e05f4f1eac87e925786b454b0f35c690e909d7a4b1bf0e95fc');
INSERT INTO "journal" VALUES('hall',10,'b2cf742c17044486bdaae8f714ac6cb2',2,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"aba38322b0cf2ba1cf60375fb801b3cfb26544738315feb0b6e2cbba276732b1","id":"4b3e5bed-d6c9-4184-aa09-37fdb9d9f306"},"person":"63cb893d-6aa6-4e9b-881a-860c07cb93c1","roles":["clerk"],"since":null},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":2,"previous":"8ff7dd0afcef75e05f4f1eac87e925786b454b0f35c690e909d7a4b1bf0e95fc","seq":10,"terminal":"test","version":2}','458690c5f498658baf231d9b416d2617aac2c79c53c6de0723eaa22c75a698b7');
INSERT INTO "journal" VALUES('hall',11,'b2cf742c17044486bdaae8f714ac6cb2',3,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"20a98c8d64e67c22a3f65c9afbef450733ee5a122b8e5dd563dec1a1dabd3d09","id":"b38b5e30-829d-4170-aae5-cce24e5266f1"},"person":"0c65e107-8bcc-4ce4-ab97-b29be8324999","roles":["supervisor"],"since":null},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":3,"previous":"458690c5f498658baf231d9b416d2617aac2c79c53c6de0723eaa22c75a698b7","seq":11,"terminal":"test","version":2}','c69ac1aacbec73c52c47a989ff89413d25408224d290c27e9f22f46edfde2556');
INSERT INTO "journal" VALUES('hall',12,'b2cf742c17044486bdaae8f714ac6cb2',4,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"2281923e831fd1842d06c6bab35d7f1eba9c6700f8576849531b6d733b15d4ec","id":"33f2a9bd-7656-4fd6-a637-12928bd553cb"},"person":"78dcac7b-3459-4243-b123-b0337524d8d7","roles":["receiver"],"since":null},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":4,"previous":"c69ac1aacbec73c52c47a989ff89413d25408224d290c27e9f22f46edfde2556","seq":12,"terminal":"test","version":2}','38f2e781ebfbdcaa781ef9a12fd5b3d607741a9696de6efe30f8f008896f339b');
INSERT INTO "journal" VALUES('hall',13,'b2cf742c17044486bdaae8f714ac6cb2',5,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"1e90f230c5728d44419b43a32c64aab21b76d7f1f2a0f53f2df3ada00b1f2fc3","id":"77ab73aa-7174-4bdf-9707-594500be9259"},"person":"c5dc6809-c053-4ac0-896a-eed3acf0f12f","roles":["receiver"],"since":null},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":5,"previous":"38f2e781ebfbdcaa781ef9a12fd5b3d607741a9696de6efe30f8f008896f339b","seq":13,"terminal":"test","version":2}','27973e5fc1d6e42699591ceefcc04dabded56f5769c7540dadd17d129bd5571e');
INSERT INTO "journal" VALUES('hall',14,'b2cf742c17044486bdaae8f714ac6cb2',6,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"7c9a89ca173986bc3dd1f926ad4037c5ae6944b72d80acf6c07a46b21dc6805a","id":"95058eec-279a-4ae0-8b00-e8582397bd91"},"person":"3ac84d7e-cf06-40b6-98bf-bcfefea03566","roles":["receiver"],"since":null},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":6,"previous":"27973e5fc1d6e42699591ceefcc04dabded56f5769c7540dadd17d129bd5571e","seq":14,"terminal":"test","version":2}','e2fe0968d6ef81e7db45457b20356f7d182f15013af3770b819b4f78bfd78de3');
INSERT INTO "journal" VALUES('hall',15,'b2cf742c17044486bdaae8f714ac6cb2',7,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"10da0e05-292b-4fa9-8a53-ee49bbd32913"},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":7,"previous":"e2fe0968d6ef81e7db45457b20356f7d182f15013af3770b819b4f78bfd78de3","seq":15,"terminal":"test","version":1}','9f999e463c4b418fe9d09e805e6bc038fb6fc3f3c7e381244cdb74ee78c6c6d7');
INSERT INTO "journal" VALUES('hall',16,'b2cf742c17044486bdaae8f714ac6cb2',8,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"a225d345-0278-4c76-a474-047c6e087507"},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":8,"previous":"9f999e463c4b418fe9d09e805e6bc038fb6fc3f3c7e381244cdb74ee78c6c6d7","seq":16,"terminal":"test","version":1}','0eb83cb70e8862e082c01fe353720f957cf072f86fb62f7ecc73d1073731a73a');
INSERT INTO "journal" VALUES('hall',17,'b2cf742c17044486bdaae8f714ac6cb2',9,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"63cb893d-6aa6-4e9b-881a-860c07cb93c1"},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":9,"previous":"0eb83cb70e8862e082c01fe353720f957cf072f86fb62f7ecc73d1073731a73a","seq":17,"terminal":"test","version":1}','c13da8ba490080816f4e656edd0de3a46b9e8c75423070a1127b695248e8b513');
INSERT INTO "journal" VALUES('hall',18,'b2cf742c17044486bdaae8f714ac6cb2',10,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"0c65e107-8bcc-4ce4-ab97-b29be8324999"},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":10,"previous":"c13da8ba490080816f4e656edd0de3a46b9e8c75423070a1127b695248e8b513","seq":18,"terminal":"test","version":1}','f1c32192ef00ab27a95676150df4ee9fa7395da4c0a995d35bfb346acd0ec336');
INSERT INTO "journal" VALUES('hall',19,'b2cf742c17044486bdaae8f714ac6cb2',11,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"78dcac7b-3459-4243-b123-b0337524d8d7"},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":11,"previous":"f1c32192ef00ab27a95676150df4ee9fa7395da4c0a995d35bfb346acd0ec336","seq":19,"terminal":"test","version":1}','95a582a58bfadb7ab649c26fba018e7ec818161ec2cc2053690a07bf2bdbdca3');
INSERT INTO "journal" VALUES('hall',20,'b2cf742c17044486bdaae8f714ac6cb2',12,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"c5dc6809-c053-4ac0-896a-eed3acf0f12f"},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":12,"previous":"95a582a58bfadb7ab649c26fba018e7ec818161ec2cc2053690a07bf2bdbdca3","seq":20,"terminal":"test","version":1}','3231d92309a873e92782ceef395333a7c409f0da801aa3c3f00f15bb0c839049');
INSERT INTO "journal" VALUES('hall',21,'b2cf742c17044486bdaae8f714ac6cb2',13,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"b2cf742c-1704-4486-bdaa-e8f714ac6cb2","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"3ac84d7e-cf06-40b6-98bf-bcfefea03566"},"person":"e5a65126-da25-453f-814f-98b2e790ef26","position":13,"previous":"3231d92309a873e92782ceef395333a7c409f0da801aa3c3f00f15bb0c839049","seq":21,"terminal":"test","version":1}','104d81c950d93d4ef5be493ebb1aeb42db44a0155a255409dc1b0d6826651c42');
INSERT INTO "journal" VALUES('hall',22,'54205ec641184ca8bb6b9100ba279105',0,'arrival_opened','{"act":"open_arrival","at":"2020-10-31T01:40:04.000000Z","deed":"54205ec6-4118-4ca8-bb6b-9100ba279105","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"54205ec6-4118-4ca8-bb6b-9100ba279105","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"a225d345-0278-4c76-a474-047c6e087507","position":0,"previous":"104d81c950d93d4ef5be493ebb1aeb42db44a0155a255409dc1b0d6826651c42","seq":22,"terminal":"test","version":1}','d4147d6f440f4f0556afd14782f5d67a9de26c765c2d47ff0524443288068dd4');
INSERT INTO "journal" VALUES('hall',23,'3e995518197142ee9d579c7ab62feba8',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:05.000000Z","deed":"3e995518-1971-42ee-9d57-9c7ab62feba8","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"54205ec6-4118-4ca8-bb6b-9100ba279105","details":{"amount_yen":null,"is_confidential":false,"service":"registered","service_from":"hint","signature_taken":null},"earlier":null,"expected":null,"item":"3e995518-1971-42ee-9d57-9c7ab62feba8","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"a225d345-0278-4c76-a474-047c6e087507","position":0,"previous":"d4147d6f440f4f0556afd14782f5d67a9de26c765c2d47ff0524443288068dd4","seq":23,"terminal":"test","version":2}','23aed52fc59b5d4be0b7624ac6659a26e2f2fb59723595cda5792d7ed8b823e3');
INSERT INTO "journal" VALUES('hall',24,'fdaf0bf7495547ef903eab70b109db29',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"fdaf0bf7-4955-47ef-903e-ab70b109db29","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"54205ec6-4118-4ca8-bb6b-9100ba279105","details":{"amount_yen":null,"is_confidential":false,"service":"cash_registered","service_from":"hint","signature_taken":null},"earlier":null,"expected":null,"item":"fdaf0bf7-4955-47ef-903e-ab70b109db29","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"a225d345-0278-4c76-a474-047c6e087507","position":0,"previous":"23aed52fc59b5d4be0b7624ac6659a26e2f2fb59723595cda5792d7ed8b823e3","seq":24,"terminal":"test","version":2}','54b17b440dc94f0c9acb9eb598460db5d60877bb4872f7489605c056de1d9a55');
INSERT INTO "journal" VALUES('hall',25,'08b69644f1534a0aa883aab828878614',0,'arrival_closed','{"act":"close_arrival","at":"2020-10-31T01:40:07.000000Z","deed":"08b69644-f153-4a0a-a883-aab828878614","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"54205ec6-4118-4ca8-bb6b-9100ba279105","count":2},"person":"a225d345-0278-4c76-a474-047c6e087507","position":0,"previous":"54b17b440dc94f0c9acb9eb598460db5d60877bb4872f7489605c056de1d9a55","seq":25,"terminal":"test","version":1}','1957aaae473d9538b44be24e03c574af0471f862cdeaab9958e942073f0b0122');
INSERT INTO "journal" VALUES('hall',26,'8f2eedbd39ae44e096d4aad5258d9a58',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:08.000000Z","deed":"8f2eedbd-39ae-44e0-96d4-aad5258d9a58","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"3e995518-1971-42ee-9d57-9c7ab62feba8"},"person":"a225d345-0278-4c76-a474-047c6e087507","position":0,"previous":"1957aaae473d9538b44be24e03c574af0471f862cdeaab9958e942073f0b0122","seq":26,"terminal":"test","version":1}','d37f2dab5cfd61f9d70b709ca8aaa6e3c27010eea61c70ae0cb583c450f0bf6c');
INSERT INTO "journal" VALUES('hall',27,'cbbeaf1d3b66456884553dc6d4bb93b7',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:09.000000Z","deed":"cbbeaf1d-3b66-4568-8455-3dc6d4bb93b7","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"3e995518-1971-42ee-9d57-9c7ab62feba8"},"person":"63cb893d-6aa6-4e9b-881a-860c07cb93c1","position":0,"previous":"d37f2dab5cfd61f9d70b709ca8aaa6e3c27010eea61c70ae0cb583c450f0bf6c","seq":27,"terminal":"test","version":1}','d544ca76b3a5b22aa22016530cf87e36c2e56734d0899e3aab97f728f3f357d8');
INSERT INTO "journal" VALUES('hall',28,'cbbeaf1d3b66456884553dc6d4bb93b7',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:09.000000Z","deed":"cbbeaf1d-3b66-4568-8455-3dc6d4bb93b7","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"63cb893d-6aa6-4e9b-881a-860c07cb93c1","department":"03","first_by":"a225d345-0278-4c76-a474-047c6e087507","item":"3e995518-1971-42ee-9d57-9c7ab62feba8"},"person":"63cb893d-6aa6-4e9b-881a-860c07cb93c1","position":1,"previous":"d544ca76b3a5b22aa22016530cf87e36c2e56734d0899e3aab97f728f3f357d8","seq":28,"terminal":"test","version":1}','99b67a8618152d4946012c08540b79a8d0958fdbbed63a8b37c512fafc0ed969');
INSERT INTO "journal" VALUES('hall',29,'0446341e77194274b12a366d03b3eb7f',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:10.000000Z","deed":"0446341e-7719-4274-b12a-366d03b3eb7f","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"fdaf0bf7-4955-47ef-903e-ab70b109db29"},"person":"a225d345-0278-4c76-a474-047c6e087507","position":0,"previous":"99b67a8618152d4946012c08540b79a8d0958fdbbed63a8b37c512fafc0ed969","seq":29,"terminal":"test","version":1}','42313f54c7e0a3dc89d2b770d9c5c8a6beee77b130f4834ec6017bcb0d3952c8');
INSERT INTO "journal" VALUES('hall',30,'6f5882110d1e4f36a0c6152272590174',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:11.000000Z","deed":"6f588211-0d1e-4f36-a0c6-152272590174","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"fdaf0bf7-4955-47ef-903e-ab70b109db29"},"person":"63cb893d-6aa6-4e9b-881a-860c07cb93c1","position":0,"previous":"42313f54c7e0a3dc89d2b770d9c5c8a6beee77b130f4834ec6017bcb0d3952c8","seq":30,"terminal":"test","version":1}','2439dca62daf9f2e2b850e1f7c2ecd405df922064250f891b71e16497c1a6770');
INSERT INTO "journal" VALUES('hall',31,'6f5882110d1e4f36a0c6152272590174',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:11.000000Z","deed":"6f588211-0d1e-4f36-a0c6-152272590174","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"63cb893d-6aa6-4e9b-881a-860c07cb93c1","department":"03","first_by":"a225d345-0278-4c76-a474-047c6e087507","item":"fdaf0bf7-4955-47ef-903e-ab70b109db29"},"person":"63cb893d-6aa6-4e9b-881a-860c07cb93c1","position":1,"previous":"2439dca62daf9f2e2b850e1f7c2ecd405df922064250f891b71e16497c1a6770","seq":31,"terminal":"test","version":1}','4c801e57e5e0a1468f7857130d29a9d9271514924da94b07dd2a1f6a370a40b5');
INSERT INTO "journal" VALUES('hall',32,'c86195c6193349f488fcf8d96c34620e',0,'handover_opened','{"act":"open_handover","at":"2020-10-31T01:40:12.000000Z","deed":"c86195c6-1933-49f4-88fc-f8d96c34620e","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","giver_person":null,"handover":"c86195c6-1933-49f4-88fc-f8d96c34620e","receiver":"03","receiver_person":null},"person":"a225d345-0278-4c76-a474-047c6e087507","position":0,"previous":"4c801e57e5e0a1468f7857130d29a9d9271514924da94b07dd2a1f6a370a40b5","seq":32,"terminal":"test","version":2}','21512bb14a5482b1f58bc27b0a2b84133412ae80800636ad8aa4163cd900605b');
INSERT INTO "journal" VALUES('hall',33,'6a44efdb47c040218e7933f94e187dd2',0,'item_offered','{"act":"offer","at":"2020-10-31T01:40:13.000000Z","deed":"6a44efdb-47c0-4021-8e79-33f94e187dd2","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"c86195c6-1933-49f4-88fc-f8d96c34620e","item":"3e995518-1971-42ee-9d57-9c7ab62feba8"},"person":"a225d345-0278-4c76-a474-047c6e087507","position":0,"previous":"21512bb14a5482b1f58bc27b0a2b84133412ae80800636ad8aa4163cd900605b","seq":33,"terminal":"test","version":1}','09b1193d4ebd1a414b8f5a98773ba37a5264cbdf336fd3d7d2b0bba605ac6c24');
INSERT INTO "journal" VALUES('hall',34,'8c25c2405aeb482884c688756c026672',0,'set_offered','{"act":"finish_offer","at":"2020-10-31T01:40:14.000000Z","deed":"8c25c240-5aeb-4828-84c6-88756c026672","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"c86195c6-1933-49f4-88fc-f8d96c34620e"},"person":"a225d345-0278-4c76-a474-047c6e087507","position":0,"previous":"09b1193d4ebd1a414b8f5a98773ba37a5264cbdf336fd3d7d2b0bba605ac6c24","seq":34,"terminal":"test","version":1}','46345c5edf02d346cff8aef106bfede3b988319e28940862d1d3705c7af957aa');
INSERT INTO "journal" VALUES('hall',35,'fcf23dc0024642bfa446e60e87dfd2bd',0,'item_received','{"act":"receive","at":"2020-10-31T01:40:15.000000Z","deed":"fcf23dc0-0246-42bf-a446-e60e87dfd2bd","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"by":null,"handover":"c86195c6-1933-49f4-88fc-f8d96c34620e","item":"3e995518-1971-42ee-9d57-9c7ab62feba8"},"person":"78dcac7b-3459-4243-b123-b0337524d8d7","position":0,"previous":"46345c5edf02d346cff8aef106bfede3b988319e28940862d1d3705c7af957aa","seq":35,"terminal":"test","version":2}','a423d1f0f679d925a5d352043fb336833d651ecf56c89e4d611c2fff0e9583b7');
INSERT INTO "journal" VALUES('hall',36,'f59ed60589f1456b9429271a73f1ed82',0,'count_finished','{"act":"finish_count","at":"2020-10-31T01:40:16.000000Z","deed":"f59ed605-89f1-456b-9429-271a73f1ed82","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"agreed_at":"2020-10-31T01:40:16Z","digest":"437fee1076203639264bfde446f49ed2d11af87705923952513b84e6fe1f49d0","extra":[],"handover":"c86195c6-1933-49f4-88fc-f8d96c34620e","missing":[],"offered_count":1,"received_count":1},"person":"78dcac7b-3459-4243-b123-b0337524d8d7","position":0,"previous":"a423d1f0f679d925a5d352043fb336833d651ecf56c89e4d611c2fff0e9583b7","seq":36,"terminal":"test","version":2}','d2c58350cc008aca5e78f7956c5df72bff65c748b69ae26c65e95e0cc292a383');
INSERT INTO "journal" VALUES('hall',37,'309c2d5b7a8e4c2c95863196bd46d881',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:17.000000Z","deed":"309c2d5b-7a8e-4c2c-9586-3196bd46d881","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"437fee1076203639264bfde446f49ed2d11af87705923952513b84e6fe1f49d0","handover":"c86195c6-1933-49f4-88fc-f8d96c34620e","side":"giver","signer":"a225d345-0278-4c76-a474-047c6e087507"},"person":"a225d345-0278-4c76-a474-047c6e087507","position":0,"previous":"d2c58350cc008aca5e78f7956c5df72bff65c748b69ae26c65e95e0cc292a383","seq":37,"terminal":"test","version":1}','5aef45dc54b4bb01ec28e696e6fb3fd6f5a77c1641487c6c60981ef9c5e026ba');
INSERT INTO "journal" VALUES('hall',38,'994608aa3ae34f84abab841c501c6ffd',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"994608aa-3ae3-4f84-abab-841c501c6ffd","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"437fee1076203639264bfde446f49ed2d11af87705923952513b84e6fe1f49d0","handover":"c86195c6-1933-49f4-88fc-f8d96c34620e","side":"receiver","signer":"78dcac7b-3459-4243-b123-b0337524d8d7"},"person":"78dcac7b-3459-4243-b123-b0337524d8d7","position":0,"previous":"5aef45dc54b4bb01ec28e696e6fb3fd6f5a77c1641487c6c60981ef9c5e026ba","seq":38,"terminal":"test","version":1}','8b6e569a51553f2bd6a232f288b59daafccbb567eb84b72594748b28897d6b98');
INSERT INTO "journal" VALUES('hall',39,'994608aa3ae34f84abab841c501c6ffd',1,'handover_sealed','{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"994608aa-3ae3-4f84-abab-841c501c6ffd","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"437fee1076203639264bfde446f49ed2d11af87705923952513b84e6fe1f49d0","giver":"02","giver_signer":"a225d345-0278-4c76-a474-047c6e087507","handover":"c86195c6-1933-49f4-88fc-f8d96c34620e","items":["3e995518-1971-42ee-9d57-9c7ab62feba8"],"receiver":"03","receiver_signer":"78dcac7b-3459-4243-b123-b0337524d8d7"},"person":"78dcac7b-3459-4243-b123-b0337524d8d7","position":1,"previous":"8b6e569a51553f2bd6a232f288b59daafccbb567eb84b72594748b28897d6b98","seq":39,"terminal":"test","version":1}','3414f86004674fcb528af36e9b172b2e8d861e5024ff4bdba954c53012fa8ddb');
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
INSERT INTO "notices" VALUES('hall','28c96bae307e5421bde212a04777f92a','waiting','2020-10-31 01:40:14.000000','c86195c6193349f488fcf8d96c34620e','03','["clerk", "duty_officer", "receiver"]',NULL,'{"giver": "02"}',NULL);
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
INSERT INTO "people" VALUES('hall','e5a65126da25453f814f98b2e790ef26','4fa2fc1b94cc42518ab5a357a237b31d','546d1f8b4e3eaad8aa6a5baedd81b4bcb98d3ffbdd0ce95beff00b73f9742f24','[{"department": "01", "roles": ["administrator"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','10da0e05292b4fa98a53ee49bbd32913','dad45bba737c441ea6eade7e5a2fcd19','f3608dac5215f28bdf4a1ea14fd206af0d16ab78eb24711fd125e2663c29f409','[{"department": "01", "roles": ["duty_officer"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','a225d34502784c76a474047c6e087507','caffc120a0be41d38938b81eca048504','e456acfec3d5448c5e3b95888c77f02c75ef978e3afdf8a86073ee3e75e0b302','[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','63cb893d6aa64e9b881a860c07cb93c1','4b3e5bedd6c94184aa0937fdb9d9f306','aba38322b0cf2ba1cf60375fb801b3cfb26544738315feb0b6e2cbba276732b1','[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','0c65e1078bcc4ce4ab97b29be8324999','b38b5e30829d4170aae5cce24e5266f1','20a98c8d64e67c22a3f65c9afbef450733ee5a122b8e5dd563dec1a1dabd3d09','[{"department": "02", "roles": ["supervisor"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','78dcac7b34594243b123b0337524d8d7','33f2a9bd76564fd6a63712928bd553cb','2281923e831fd1842d06c6bab35d7f1eba9c6700f8576849531b6d733b15d4ec','[{"department": "03", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','c5dc6809c0534ac0896aeed3acf0f12f','77ab73aa71744bdf9707594500be9259','1e90f230c5728d44419b43a32c64aab21b76d7f1f2a0f53f2df3ada00b1f2fc3','[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','3ac84d7ecf0640b698bfbcfefea03566','95058eec279a4ae08b00e8582397bd91','7c9a89ca173986bc3dd1f926ad4037c5ae6944b72d80acf6c07a46b21dc6805a','[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
CREATE TABLE personal_data (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	media_type VARCHAR(60) NOT NULL, 
	salt BLOB NOT NULL, 
	value BLOB NOT NULL, 
	kept_since DATETIME NOT NULL, 
	CONSTRAINT pk_personal_data PRIMARY KEY (office, id)
);
INSERT INTO "personal_data" VALUES('hall','4fa2fc1b94cc42518ab5a357a237b31d','text/plain; charset=utf-8',X'E35D379196597E628C691AFF40119BAB',X'E7AEA1E79086E88085','2020-10-31 01:40:01.000000');
INSERT INTO "personal_data" VALUES('hall','77ab73aa71744bdf9707594500be9259','text/plain; charset=utf-8',X'90531C0572D3ECC811289816BCD9ABB9',X'7761746572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','95058eec279a4ae08b00e8582397bd91','text/plain; charset=utf-8',X'F8FE1CA0806AE41DD80D211A242F5704',X'776174657232','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','dad45bba737c441ea6eade7e5a2fcd19','text/plain; charset=utf-8',X'53B36700BE0D7EDBBC423AE9894A2CAE',X'64757479','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','4b3e5bedd6c94184aa0937fdb9d9f306','text/plain; charset=utf-8',X'9154EF8C3F249BC0382D0E5AD3B1E100',X'636C65726B32','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','33f2a9bd76564fd6a63712928bd553cb','text/plain; charset=utf-8',X'3D608BFA997F0169967166A86A0301DD',X'747265617375726572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','b38b5e30829d4170aae5cce24e5266f1','text/plain; charset=utf-8',X'6081E1E9A946E34393F0F4A4756DEDF4',X'73757065727669736F72','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','caffc120a0be41d38938b81eca048504','text/plain; charset=utf-8',X'74FF249A785C12002F994E158F8F8C0D',X'636C65726B','2020-10-31 01:40:03.000000');
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
INSERT INTO "subjects" VALUES('hall','e5a65126da25453f814f98b2e790ef26',3);
INSERT INTO "subjects" VALUES('hall','e5a65126da25453f814f98b2e790ef26',4);
INSERT INTO "subjects" VALUES('hall','10da0e05292b4fa98a53ee49bbd32913',8);
INSERT INTO "subjects" VALUES('hall','a225d34502784c76a474047c6e087507',9);
INSERT INTO "subjects" VALUES('hall','63cb893d6aa64e9b881a860c07cb93c1',10);
INSERT INTO "subjects" VALUES('hall','0c65e1078bcc4ce4ab97b29be8324999',11);
INSERT INTO "subjects" VALUES('hall','78dcac7b34594243b123b0337524d8d7',12);
INSERT INTO "subjects" VALUES('hall','c5dc6809c0534ac0896aeed3acf0f12f',13);
INSERT INTO "subjects" VALUES('hall','3ac84d7ecf0640b698bfbcfefea03566',14);
INSERT INTO "subjects" VALUES('hall','10da0e05292b4fa98a53ee49bbd32913',15);
INSERT INTO "subjects" VALUES('hall','a225d34502784c76a474047c6e087507',16);
INSERT INTO "subjects" VALUES('hall','63cb893d6aa64e9b881a860c07cb93c1',17);
INSERT INTO "subjects" VALUES('hall','0c65e1078bcc4ce4ab97b29be8324999',18);
INSERT INTO "subjects" VALUES('hall','78dcac7b34594243b123b0337524d8d7',19);
INSERT INTO "subjects" VALUES('hall','c5dc6809c0534ac0896aeed3acf0f12f',20);
INSERT INTO "subjects" VALUES('hall','3ac84d7ecf0640b698bfbcfefea03566',21);
INSERT INTO "subjects" VALUES('hall','54205ec641184ca8bb6b9100ba279105',22);
INSERT INTO "subjects" VALUES('hall','3e995518197142ee9d579c7ab62feba8',23);
INSERT INTO "subjects" VALUES('hall','54205ec641184ca8bb6b9100ba279105',23);
INSERT INTO "subjects" VALUES('hall','fdaf0bf7495547ef903eab70b109db29',24);
INSERT INTO "subjects" VALUES('hall','54205ec641184ca8bb6b9100ba279105',24);
INSERT INTO "subjects" VALUES('hall','54205ec641184ca8bb6b9100ba279105',25);
INSERT INTO "subjects" VALUES('hall','3e995518197142ee9d579c7ab62feba8',26);
INSERT INTO "subjects" VALUES('hall','3e995518197142ee9d579c7ab62feba8',27);
INSERT INTO "subjects" VALUES('hall','3e995518197142ee9d579c7ab62feba8',28);
INSERT INTO "subjects" VALUES('hall','fdaf0bf7495547ef903eab70b109db29',29);
INSERT INTO "subjects" VALUES('hall','fdaf0bf7495547ef903eab70b109db29',30);
INSERT INTO "subjects" VALUES('hall','fdaf0bf7495547ef903eab70b109db29',31);
INSERT INTO "subjects" VALUES('hall','c86195c6193349f488fcf8d96c34620e',32);
INSERT INTO "subjects" VALUES('hall','c86195c6193349f488fcf8d96c34620e',33);
INSERT INTO "subjects" VALUES('hall','3e995518197142ee9d579c7ab62feba8',33);
INSERT INTO "subjects" VALUES('hall','c86195c6193349f488fcf8d96c34620e',34);
INSERT INTO "subjects" VALUES('hall','c86195c6193349f488fcf8d96c34620e',35);
INSERT INTO "subjects" VALUES('hall','3e995518197142ee9d579c7ab62feba8',35);
INSERT INTO "subjects" VALUES('hall','c86195c6193349f488fcf8d96c34620e',36);
INSERT INTO "subjects" VALUES('hall','c86195c6193349f488fcf8d96c34620e',37);
INSERT INTO "subjects" VALUES('hall','c86195c6193349f488fcf8d96c34620e',38);
INSERT INTO "subjects" VALUES('hall','c86195c6193349f488fcf8d96c34620e',39);
INSERT INTO "subjects" VALUES('hall','3e995518197142ee9d579c7ab62feba8',39);
CREATE TABLE suggestion_rules (
	office VARCHAR(40) NOT NULL, 
	id VARCHAR(20) NOT NULL, 
	rules JSON NOT NULL, 
	CONSTRAINT pk_suggestion_rules PRIMARY KEY (office, id)
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
CREATE INDEX ix_expected_items_office_due ON expected_items (office, due);
CREATE INDEX ix_expected_items_office_number ON expected_items (office, number);
CREATE INDEX ix_arrivals_office_status ON arrivals (office, status);
CREATE INDEX ix_handovers_office_phase ON handovers (office, phase);
CREATE INDEX ix_listings_office_expected ON listings (office, expected);
CREATE INDEX ix_items_office_holder_status ON items (office, holder, status);
CREATE INDEX ix_items_office_arrival ON items (office, arrival);
CREATE INDEX ix_items_office_number ON items (office, number);
CREATE INDEX ix_count_scans_office_day_close ON count_scans (office, day_close);
CREATE INDEX ix_cases_office_item ON cases (office, item);
CREATE INDEX ix_cases_office_handover ON cases (office, handover);
CREATE INDEX ix_cases_office_day_close ON cases (office, day_close);
CREATE INDEX ix_cases_office_arrival ON cases (office, arrival);
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
