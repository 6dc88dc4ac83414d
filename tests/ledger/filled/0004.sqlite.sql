BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
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
	CONSTRAINT pk_arrivals PRIMARY KEY (office, id), 
	CONSTRAINT fk_arrivals_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id), 
	CONSTRAINT fk_arrivals_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id), 
	CONSTRAINT ck_arrivals_declared_positive CHECK (declared_count > 0), 
	CONSTRAINT ck_arrivals_count_not_negative CHECK (count >= 0)
);
INSERT INTO "arrivals" VALUES('hall','b9ee0c94f2b44770b5ffdd276ca14f4b','日本郵便',2,'2020-10-31 01:40:04.000000','02',NULL,'1d75f27c75534f4ca4f97a54601e2823','2020-10-31 01:40:05.000000',2,'closed');
CREATE TABLE books_stamp (
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_books_stamp PRIMARY KEY (digest)
);
INSERT INTO "books_stamp" VALUES('a2ba5ab0d61cbcec61729be3d8140c28b4019b1ee9e800ab83bdd02be84e3d63');
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
	proposal CHAR(32), 
	proposed_settlement VARCHAR(30), 
	proposed_by CHAR(32), 
	proposed_reason TEXT, 
	proposed_seen TEXT, 
	settlement VARCHAR(30), 
	settled_by CHAR(32), 
	settled_at DATETIME, 
	reason TEXT, 
	CONSTRAINT pk_cases PRIMARY KEY (office, id), 
	CONSTRAINT fk_cases_office_author FOREIGN KEY(office, author) REFERENCES people (office, id), 
	CONSTRAINT fk_cases_office_proposed_by FOREIGN KEY(office, proposed_by) REFERENCES people (office, id), 
	CONSTRAINT fk_cases_office_settled_by FOREIGN KEY(office, settled_by) REFERENCES people (office, id), 
	CONSTRAINT fk_cases_office_arrival FOREIGN KEY(office, arrival) REFERENCES arrivals (office, id), 
	CONSTRAINT fk_cases_office_item FOREIGN KEY(office, item) REFERENCES items (office, id), 
	CONSTRAINT fk_cases_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT ck_cases_settled_with_reason CHECK ((settlement IS NULL) = (reason IS NULL) AND (settled_by IS NULL) = (reason IS NULL) AND (settled_at IS NULL) = (reason IS NULL)), 
	CONSTRAINT ck_cases_let_go_by_two CHECK (settlement IS NULL OR settlement NOT IN ('close_with_difference', 'declare_lost', 'void_item') OR (proposed_by IS NOT NULL AND settled_by <> proposed_by))
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
CREATE TABLE credentials (
	office VARCHAR(40) NOT NULL, 
	person CHAR(32) NOT NULL, 
	badge VARCHAR(40) NOT NULL, 
	pin_hash VARCHAR(200) NOT NULL, 
	pin_is_once BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_credentials PRIMARY KEY (office, person), 
	CONSTRAINT uq_credentials_office_badge UNIQUE (office, badge)
);
INSERT INTO "credentials" VALUES('hall','4c0fe6629f994ab9bbedff3a84f1562c','STND1XCV5AHNGRP','$argon2id$v=19$m=8,t=1,p=1$bLf3ECiqEVH0aemHerL5Ag$zbLK0mUed8L7BLnJGa9qxJePQJZ3Et7ckRmA9RbAUjU',0);
INSERT INTO "credentials" VALUES('hall','7bc124667bc8435ab4de81cc94891ade','STNDC5DPGJXW454','$argon2id$v=19$m=8,t=1,p=1$PaEUd1XiS6uu0YQqNyTVNQ$iEgw+lBiLZVhDlSJvgCjpcu0ucEjseadVPfMeaHpyLI',0);
INSERT INTO "credentials" VALUES('hall','1d75f27c75534f4ca4f97a54601e2823','STNDY2R7VNDT5DG','$argon2id$v=19$m=8,t=1,p=1$dYbACIAkj/INwYrGuGTVJg$bAxYhh8h/AhM0qnnODXbLWlm+dKurmw7iCtJMf23q5w',0);
INSERT INTO "credentials" VALUES('hall','c2913af9a3ac4649a66d6467af4863cf','STNG357JVVMTTZC','$argon2id$v=19$m=8,t=1,p=1$iKPRmfEmjJdys4QXJBpv1w$rxttyZJNnebI6+cNq32fKWigtWuCCMwdnLRo/IE39Oo',0);
INSERT INTO "credentials" VALUES('hall','95d68ad74d87475fb84f4d267f002869','STNMDG2DA4VT78Y','$argon2id$v=19$m=8,t=1,p=1$crqIRdJyez73e9iE66vD0g$Vg/DWKSektH/TpQuOTSsmHI8KEOl7oqJJvKKV1yeFNA',0);
INSERT INTO "credentials" VALUES('hall','8a008fcbda444a6994f7c64c7e23fb19','STNRZBJQB6CBP90','$argon2id$v=19$m=8,t=1,p=1$4rHsB7aHqChqERWHIvztkg$FZ2yFSkGUPHXWRDQHfujL9xCBe9/V/ZzCiis8s9vJgs',0);
INSERT INTO "credentials" VALUES('hall','06846b9165e6408b99384ed58db7e6ef','STNAJFKTZVP17G7','$argon2id$v=19$m=8,t=1,p=1$31sqktVNhCyz+pFR/BpSyA$KSXVlD6JQENfnN1bd9WCMxhlmcxDkxdeDMleAwVqQ5g',0);
INSERT INTO "credentials" VALUES('hall','3598be4b68654178b0d10c0d4558ce7e','STN4W8QEZRK2T4Z','$argon2id$v=19$m=8,t=1,p=1$P4FgHwoSmx5Orvv24lQNnA$8kLpGaWdg0clCUGerfcX5x+zuYFaMArHQerFCpRPBT0',0);
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
	item CHAR(32), 
	CONSTRAINT pk_expected_items PRIMARY KEY (office, id), 
	CONSTRAINT fk_expected_items_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id)
);
CREATE TABLE handover_items (
	office VARCHAR(40) NOT NULL, 
	handover CHAR(32) NOT NULL, 
	item CHAR(32) NOT NULL, 
	offered BOOLEAN NOT NULL, 
	received BOOLEAN NOT NULL, 
	CONSTRAINT pk_handover_items PRIMARY KEY (office, handover, item), 
	CONSTRAINT fk_handover_items_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT fk_handover_items_office_item FOREIGN KEY(office, item) REFERENCES items (office, id)
);
INSERT INTO "handover_items" VALUES('hall','e644d90303e2406e9a4850cd436d8a5d','dee05932123340259717b376f523e766',1,1);
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
	CONSTRAINT pk_handovers PRIMARY KEY (office, id), 
	CONSTRAINT fk_handovers_office_giver FOREIGN KEY(office, giver) REFERENCES departments (office, id), 
	CONSTRAINT fk_handovers_office_receiver FOREIGN KEY(office, receiver) REFERENCES departments (office, id), 
	CONSTRAINT fk_handovers_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_giver_signer FOREIGN KEY(office, giver_signer) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_receiver_signer FOREIGN KEY(office, receiver_signer) REFERENCES people (office, id), 
	CONSTRAINT ck_handovers_two_departments CHECK (giver <> receiver), 
	CONSTRAINT ck_handovers_two_signers CHECK (giver_signer <> receiver_signer), 
	CONSTRAINT ck_handovers_sealed_is_signed CHECK (phase <> 'sealed' OR (giver_signer IS NOT NULL AND receiver_signer IS NOT NULL AND digest IS NOT NULL AND sealed_at IS NOT NULL))
);
INSERT INTO "handovers" VALUES('hall','e644d90303e2406e9a4850cd436d8a5d','02','03','1d75f27c75534f4ca4f97a54601e2823','2020-10-31 01:40:13.000000','sealed','11ca99d6166e3e7fd912f494c76ab750fc0322a9289572187e69bc84a02c3650','1d75f27c75534f4ca4f97a54601e2823','8a008fcbda444a6994f7c64c7e23fb19','2020-10-31 01:40:19.000000');
CREATE TABLE heads (
	office VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_heads PRIMARY KEY (office)
);
INSERT INTO "heads" VALUES('hall',39,'2c3f180f2682a9154d9336da53ac6a5bdce0a60953ed10e395fe4d9d7c8141bd','2020-10-31 01:40:19.000000');
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
	CONSTRAINT pk_items PRIMARY KEY (office, id), 
	CONSTRAINT fk_items_office_arrival FOREIGN KEY(office, arrival) REFERENCES arrivals (office, id), 
	CONSTRAINT fk_items_office_expected FOREIGN KEY(office, expected) REFERENCES expected_items (office, id), 
	CONSTRAINT fk_items_office_taken_in_by FOREIGN KEY(office, taken_in_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_holder FOREIGN KEY(office, holder) REFERENCES departments (office, id), 
	CONSTRAINT fk_items_office_route FOREIGN KEY(office, route) REFERENCES departments (office, id), 
	CONSTRAINT fk_items_office_route_first_by FOREIGN KEY(office, route_first_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_route_check_by FOREIGN KEY(office, route_check_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT ck_items_route_by_two CHECK (route IS NULL OR (route_first_by IS NOT NULL AND route_check_by IS NOT NULL AND route_first_by <> route_check_by)), 
	CONSTRAINT ck_items_words_by_two CHECK (first_by <> check_by)
);
INSERT INTO "items" VALUES('hall','dee05932123340259717b376f523e766','b9ee0c94f2b44770b5ffdd276ca14f4b','13112383852','{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'1d75f27c75534f4ca4f97a54601e2823','2020-10-31 01:40:06.000000',23,'03','2020-10-31 01:40:19.000000','held','03','1d75f27c75534f4ca4f97a54601e2823','c2913af9a3ac4649a66d6467af4863cf',NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO "items" VALUES('hall','2a60a4461286497db2280804e3005fbe','b9ee0c94f2b44770b5ffdd276ca14f4b','20112345676','{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'1d75f27c75534f4ca4f97a54601e2823','2020-10-31 01:40:07.000000',24,'02','2020-10-31 01:40:07.000000','held','03','1d75f27c75534f4ca4f97a54601e2823','c2913af9a3ac4649a66d6467af4863cf',NULL,NULL,NULL,NULL,0,NULL);
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
INSERT INTO "journal" VALUES('hall',1,'25732a44f0f7432e826156a58161e5bb',0,'office_founded','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"25732a44-f0f7-432e-8261-56a58161e5bb","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}','acca003bc60112b5c47511623cb19ec08ccbb149c3d53aceccdf8a3adb90f708');
INSERT INTO "journal" VALUES('hall',2,'25732a44f0f7432e826156a58161e5bb',1,'department_opened','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"25732a44-f0f7-432e-8261-56a58161e5bb","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"acca003bc60112b5c47511623cb19ec08ccbb149c3d53aceccdf8a3adb90f708","seq":2,"terminal":"console","version":1}','8ee022555eadcfde76aeeb70ec94c4049bac36552dc48f046b1b210a520a7362');
INSERT INTO "journal" VALUES('hall',3,'25732a44f0f7432e826156a58161e5bb',2,'person_enrolled','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"25732a44-f0f7-432e-8261-56a58161e5bb","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"9015c8a13d3dab04949df4c81f7fd37c8f2cb5773f076b01a73643cdfdf17cf4","id":"589eeff4-48a9-417e-a458-84798aed2279"},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","roles":["administrator"],"since":null},"person":null,"position":2,"previous":"8ee022555eadcfde76aeeb70ec94c4049bac36552dc48f046b1b210a520a7362","seq":3,"terminal":"console","version":2}','fc92824ca76e575e536ccf1208035952ebb40675b6a294283bb109b0c6d78506');
INSERT INTO "journal" VALUES('hall',4,'25732a44f0f7432e826156a58161e5bb',3,'badge_issued','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"25732a44-f0f7-432e-8261-56a58161e5bb","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c"},"person":null,"position":3,"previous":"fc92824ca76e575e536ccf1208035952ebb40675b6a294283bb109b0c6d78506","seq":4,"terminal":"console","version":1}','36817abd7beff92d7def98010a9fd15d4c6ca7ba0c3434d8ec2c3e4c670e90a9');
INSERT INTO "journal" VALUES('hall',5,'bfc88c760f9b4e58b5b7da15bd6ab437',0,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"bfc88c76-0f9b-4e58-b5b7-da15bd6ab437","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":0,"previous":"36817abd7beff92d7def98010a9fd15d4c6ca7ba0c3434d8ec2c3e4c670e90a9","seq":5,"terminal":"test","version":1}','a70352e76a066d11f26aaf5e8a9153550d063952ad2cccce471dd8ba7e3c16ee');
INSERT INTO "journal" VALUES('hall',6,'bfc88c760f9b4e58b5b7da15bd6ab437',1,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"bfc88c76-0f9b-4e58-b5b7-da15bd6ab437","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":1,"previous":"a70352e76a066d11f26aaf5e8a9153550d063952ad2cccce471dd8ba7e3c16ee","seq":6,"terminal":"test","version":1}','1e5daa54ac1fb33e83b45982a1385372a6057ecaa80217fd0da0d81a94a32137');
INSERT INTO "journal" VALUES('hall',7,'bfc88c760f9b4e58b5b7da15bd6ab437',2,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"bfc88c76-0f9b-4e58-b5b7-da15bd6ab437","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":2,"previous":"1e5daa54ac1fb33e83b45982a1385372a6057ecaa80217fd0da0d81a94a32137","seq":7,"terminal":"test","version":1}','568ae56ca53ca7faef0ee58cceed5c2de2b285856a9b6f589c7717dd49d33b6e');
INSERT INTO "journal" VALUES('hall',8,'ac28eb9f05104f2aa1195ae25538f517',0,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"1fd5774e75e87a31b25f15dbf0d2df58ed5c8dba3d13e16011bc758c1774a7a1","id":"1fcedb58-9a44-49b6-a5a4-7b8924fbda7e"},"person":"7bc12466-7bc8-435a-b4de-81cc94891ade","roles":["duty_officer"],"since":null},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":0,"previous":"568ae56ca53ca7faef0ee58cceed5c2de2b285856a9b6f589c7717dd49d33b6e","seq":8,"terminal":"test","version":2}','51eed4c3a702fe9283bb16e3162aa5bf3f99d97192d8c3a99acaa9f6bb6e354a');
INSERT INTO "journal" VALUES('hall',9,'ac28eb9f05104f2aa1195ae25538f517',1,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"51bcffe979b60cf9c22ae98ca922505f4e15e2f0990430f3963d9eab4315aba1","id":"184bfd52-bd8f-4d62-9f8d-889fbc09be50"},"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","roles":["clerk"],"since":null},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":1,"previous":"51eed4c3a702fe9283bb16e3162aa5bf3f99d97192d8c3a99acaa9f6bb6e354a","seq":9,"terminal":"test","version":2}','f862f7cff4cac78c30b446818b27764f406dba4b0f945d76b822debd888ad6aa');
INSERT INTO "journal" VALUES('hall',10,'ac28eb9f05104f2aa1195ae25538f517',2,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"35d594aeb763c2a63257b5212d70e967e2c994c759b3c86ffad83b60629c24ae","id":"0218972d-794d-4fec-bb51-a62e63863d5a"},"person":"c2913af9-a3ac-4649-a66d-6467af4863cf","roles":["clerk"],"since":null},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":2,"previous":"f862f7cff4cac78c30b446818b27764f406dba4b0f945d76b822debd888ad6aa","seq":10,"terminal":"test","version":2}','dffaa9b298d8824933049516c868929bf21cc8e9f0b1d67c5960a3be6d1aff8b');
INSERT INTO "journal" VALUES('hall',11,'ac28eb9f05104f2aa1195ae25538f517',3,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"13c0afa5af5c8751f7ccfec5f362dc67852c356a357919cf159fe3bd3d5d61d6","id":"34929e88-9d1e-4f57-8482-01173e001409"},"person":"95d68ad7-4d87-475f-b84f-4d267f002869","roles":["supervisor"],"since":null},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":3,"previous":"dffaa9b298d8824933049516c868929bf21cc8e9f0b1d67c5960a3be6d1aff8b","seq":11,"terminal":"test","version":2}','13b2d67826b462b9d7dac8b8bd004e3f44c56d7fdc2029a1986b30b28fe31c9c');
INSERT INTO "journal" VALUES('hall',12,'ac28eb9f05104f2aa1195ae25538f517',4,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"bd2b5a59738859a6536f81bf2680c06d0dc0131428b19991da5434bce7a3a911","id":"a6034d46-f996-47e0-8b79-30745648c09d"},"person":"8a008fcb-da44-4a69-94f7-c64c7e23fb19","roles":["receiver"],"since":null},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":4,"previous":"13b2d67826b462b9d7dac8b8bd004e3f44c56d7fdc2029a1986b30b28fe31c9c","seq":12,"terminal":"test","version":2}','49b19cfcc980c509bd2c76c0049d15efdb55e44413bfa27aed898f8c8c967656');
INSERT INTO "journal" VALUES('hall',13,'ac28eb9f05104f2aa1195ae25538f517',5,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"7b02a6cbc5f1d67225c96f7b979e0453c7109e3b095fc6b97dfe220b533859b5","id":"5a5fccf2-8edc-4d73-90ed-9d25b7e27d38"},"person":"06846b91-65e6-408b-9938-4ed58db7e6ef","roles":["receiver"],"since":null},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":5,"previous":"49b19cfcc980c509bd2c76c0049d15efdb55e44413bfa27aed898f8c8c967656","seq":13,"terminal":"test","version":2}','748f6c5c5c362f4c2bfbb18e848cdd6963f86fbaf87bdf41f205e415c5ed83d8');
INSERT INTO "journal" VALUES('hall',14,'ac28eb9f05104f2aa1195ae25538f517',6,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"b7f7487864ac048c8f1b843c377e7f11ee8c784a054c285d631d1f62eacb1e68","id":"12eb6013-6ffa-4b44-a782-dd754ee9a8fb"},"person":"3598be4b-6865-4178-b0d1-0c0d4558ce7e","roles":["receiver"],"since":null},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":6,"previous":"748f6c5c5c362f4c2bfbb18e848cdd6963f86fbaf87bdf41f205e415c5ed83d8","seq":14,"terminal":"test","version":2}','8aa3dc71cc72cd3c9b84fec9db0a3ada35ad6d8bdeefe38972d149a225caab21');
INSERT INTO "journal" VALUES('hall',15,'ac28eb9f05104f2aa1195ae25538f517',7,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"7bc12466-7bc8-435a-b4de-81cc94891ade"},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":7,"previous":"8aa3dc71cc72cd3c9b84fec9db0a3ada35ad6d8bdeefe38972d149a225caab21","seq":15,"terminal":"test","version":1}','8c901ef85d76bfcff85e86865408b88308bf2c6d1dc35879c131a167c8e57a84');
INSERT INTO "journal" VALUES('hall',16,'ac28eb9f05104f2aa1195ae25538f517',8,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823"},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":8,"previous":"8c901ef85d76bfcff85e86865408b88308bf2c6d1dc35879c131a167c8e57a84","seq":16,"terminal":"test","version":1}','d9dd55776add1b7f61180a21192b2bdda2ad9c7307a6670cb1f8f0b768fc275f');
INSERT INTO "journal" VALUES('hall',17,'ac28eb9f05104f2aa1195ae25538f517',9,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"c2913af9-a3ac-4649-a66d-6467af4863cf"},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":9,"previous":"d9dd55776add1b7f61180a21192b2bdda2ad9c7307a6670cb1f8f0b768fc275f","seq":17,"terminal":"test","version":1}','111526efdd0391fc689bc05d1de7618f7572166c61be9a882e97ff1bafa3e9b8');
INSERT INTO "journal" VALUES('hall',18,'ac28eb9f05104f2aa1195ae25538f517',10,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"95d68ad7-4d87-475f-b84f-4d267f002869"},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":10,"previous":"111526efdd0391fc689bc05d1de7618f7572166c61be9a882e97ff1bafa3e9b8","seq":18,"terminal":"test","version":1}','417dfbb99f81d185c3ac6eb1a71c113b0188d6b339cc635985f3b7b396c33ec6');
INSERT INTO "journal" VALUES('hall',19,'ac28eb9f05104f2aa1195ae25538f517',11,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"8a008fcb-da44-4a69-94f7-c64c7e23fb19"},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":11,"previous":"417dfbb99f81d185c3ac6eb1a71c113b0188d6b339cc635985f3b7b396c33ec6","seq":19,"terminal":"test","version":1}','c5c0d7c3794e1db209f2fc4200bba54049cec3dd36ad5717cae4a9802224d6ca');
INSERT INTO "journal" VALUES('hall',20,'ac28eb9f05104f2aa1195ae25538f517',12,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"06846b91-65e6-408b-9938-4ed58db7e6ef"},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":12,"previous":"c5c0d7c3794e1db209f2fc4200bba54049cec3dd36ad5717cae4a9802224d6ca","seq":20,"terminal":"test","version":1}','cf4f0f480b2afc21f0f059c818dc7b01fd47a19e81b139c2c951cd159cc949cd');
INSERT INTO "journal" VALUES('hall',21,'ac28eb9f05104f2aa1195ae25538f517',13,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"ac28eb9f-0510-4f2a-a119-5ae25538f517","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"3598be4b-6865-4178-b0d1-0c0d4558ce7e"},"person":"4c0fe662-9f99-4ab9-bbed-ff3a84f1562c","position":13,"previous":"cf4f0f480b2afc21f0f059c818dc7b01fd47a19e81b139c2c951cd159cc949cd","seq":21,"terminal":"test","version":1}','4155a6812bed78405eb0e9caac33dd13016706aa33891fc27426f71942e08a9f');
INSERT INTO "journal" VALUES('hall',22,'b9ee0c94f2b44770b5ffdd276ca14f4b',0,'arrival_opened','{"act":"open_arrival","at":"2020-10-31T01:40:05.000000Z","deed":"b9ee0c94-f2b4-4770-b5ff-dd276ca14f4b","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"b9ee0c94-f2b4-4770-b5ff-dd276ca14f4b","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","position":0,"previous":"4155a6812bed78405eb0e9caac33dd13016706aa33891fc27426f71942e08a9f","seq":22,"terminal":"test","version":1}','19561e7324dfb07e9d80b60e9e53ab602fab191eb34cae868eb337c061d63448');
INSERT INTO "journal" VALUES('hall',23,'dee05932123340259717b376f523e766',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"dee05932-1233-4025-9717-b376f523e766","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"b9ee0c94-f2b4-4770-b5ff-dd276ca14f4b","expected":null,"item":"dee05932-1233-4025-9717-b376f523e766","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","position":0,"previous":"19561e7324dfb07e9d80b60e9e53ab602fab191eb34cae868eb337c061d63448","seq":23,"terminal":"test","version":1}','032063a0ca874d0aae7c3cc85d66662944b32b3cc605c9cac0096ea93393df42');
INSERT INTO "journal" VALUES('hall',24,'2a60a4461286497db2280804e3005fbe',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:07.000000Z","deed":"2a60a446-1286-497d-b228-0804e3005fbe","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"b9ee0c94-f2b4-4770-b5ff-dd276ca14f4b","expected":null,"item":"2a60a446-1286-497d-b228-0804e3005fbe","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","position":0,"previous":"032063a0ca874d0aae7c3cc85d66662944b32b3cc605c9cac0096ea93393df42","seq":24,"terminal":"test","version":1}','07ad418468a2c86313c57f9bd929120bce03bf38936a2845779a0702c1883369');
INSERT INTO "journal" VALUES('hall',25,'87fc8204b04e4ed5a01db04f7541e500',0,'arrival_closed','{"act":"close_arrival","at":"2020-10-31T01:40:08.000000Z","deed":"87fc8204-b04e-4ed5-a01d-b04f7541e500","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"b9ee0c94-f2b4-4770-b5ff-dd276ca14f4b","count":2},"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","position":0,"previous":"07ad418468a2c86313c57f9bd929120bce03bf38936a2845779a0702c1883369","seq":25,"terminal":"test","version":1}','35157b3936c47e45492bf252e978e8fb11ed3d1231c4becbdcf05fdd785dd9cd');
INSERT INTO "journal" VALUES('hall',26,'5334a2fe576f402091243677f8563b2d',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:09.000000Z","deed":"5334a2fe-576f-4020-9124-3677f8563b2d","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"dee05932-1233-4025-9717-b376f523e766"},"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","position":0,"previous":"35157b3936c47e45492bf252e978e8fb11ed3d1231c4becbdcf05fdd785dd9cd","seq":26,"terminal":"test","version":1}','a6710f0e1ad9d9ca15a2c38367df9bad0fd844ace640c64d03304fb24cac398a');
INSERT INTO "journal" VALUES('hall',27,'11af04f9f73247918379676bb5470d83',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"11af04f9-f732-4791-8379-676bb5470d83","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"dee05932-1233-4025-9717-b376f523e766"},"person":"c2913af9-a3ac-4649-a66d-6467af4863cf","position":0,"previous":"a6710f0e1ad9d9ca15a2c38367df9bad0fd844ace640c64d03304fb24cac398a","seq":27,"terminal":"test","version":1}','bad9ca97f6e1b1d5fc2f1994b8aaf2220cacf0adc7c167ee13d2d6477f6ef7cc');
INSERT INTO "journal" VALUES('hall',28,'11af04f9f73247918379676bb5470d83',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"11af04f9-f732-4791-8379-676bb5470d83","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"c2913af9-a3ac-4649-a66d-6467af4863cf","department":"03","first_by":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","item":"dee05932-1233-4025-9717-b376f523e766"},"person":"c2913af9-a3ac-4649-a66d-6467af4863cf","position":1,"previous":"bad9ca97f6e1b1d5fc2f1994b8aaf2220cacf0adc7c167ee13d2d6477f6ef7cc","seq":28,"terminal":"test","version":1}','5f46bdc10b4c7547bb9052a4e11f592c3728fe6d4b5ea9d099e2a95fa4204686');
INSERT INTO "journal" VALUES('hall',29,'53a71240c1374199aeee092e10fa6a5f',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:11.000000Z","deed":"53a71240-c137-4199-aeee-092e10fa6a5f","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"2a60a446-1286-497d-b228-0804e3005fbe"},"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","position":0,"previous":"5f46bdc10b4c7547bb9052a4e11f592c3728fe6d4b5ea9d099e2a95fa4204686","seq":29,"terminal":"test","version":1}','5f5cff63cb9ae7b8b4f0dd47e1f8457895985e46238eeffba4ccddbb5f05970e');
INSERT INTO "journal" VALUES('hall',30,'22f60a48d0e943f9bd1bff3172a18a5b',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"22f60a48-d0e9-43f9-bd1b-ff3172a18a5b","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"2a60a446-1286-497d-b228-0804e3005fbe"},"person":"c2913af9-a3ac-4649-a66d-6467af4863cf","position":0,"previous":"5f5cff63cb9ae7b8b4f0dd47e1f8457895985e46238eeffba4ccddbb5f05970e","seq":30,"terminal":"test","version":1}','2b9ce22c042e8ed717a5ff77888a221a962683e2b3e652d639595e3579524e51');
INSERT INTO "journal" VALUES('hall',31,'22f60a48d0e943f9bd1bff3172a18a5b',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"22f60a48-d0e9-43f9-bd1b-ff3172a18a5b","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"c2913af9-a3ac-4649-a66d-6467af4863cf","department":"03","first_by":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","item":"2a60a446-1286-497d-b228-0804e3005fbe"},"person":"c2913af9-a3ac-4649-a66d-6467af4863cf","position":1,"previous":"2b9ce22c042e8ed717a5ff77888a221a962683e2b3e652d639595e3579524e51","seq":31,"terminal":"test","version":1}','f96d76f7a2a194019c4ff34c9a8948ffccfb28f50d4f023725742819428e8483');
INSERT INTO "journal" VALUES('hall',32,'e644d90303e2406e9a4850cd436d8a5d',0,'handover_opened','{"act":"open_handover","at":"2020-10-31T01:40:13.000000Z","deed":"e644d903-03e2-406e-9a48-50cd436d8a5d","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","handover":"e644d903-03e2-406e-9a48-50cd436d8a5d","receiver":"03"},"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","position":0,"previous":"f96d76f7a2a194019c4ff34c9a8948ffccfb28f50d4f023725742819428e8483","seq":32,"terminal":"test","version":1}','f54c91e1155cfcc61fbce58aa1a51c31bae5f0d7e32b622e6ef94a123450343e');
INSERT INTO "journal" VALUES('hall',33,'7e3099ad8b00406fa9d66ed117ea4902',0,'item_offered','{"act":"offer","at":"2020-10-31T01:40:14.000000Z","deed":"7e3099ad-8b00-406f-a9d6-6ed117ea4902","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"e644d903-03e2-406e-9a48-50cd436d8a5d","item":"dee05932-1233-4025-9717-b376f523e766"},"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","position":0,"previous":"f54c91e1155cfcc61fbce58aa1a51c31bae5f0d7e32b622e6ef94a123450343e","seq":33,"terminal":"test","version":1}','65825cfd68e50682d47d7749ea8f8ca5fea7cdf76585f94c50e72f5ccf724f58');
INSERT INTO "journal" VALUES('hall',34,'63a224a2a9714c70ba873528b039ec67',0,'set_offered','{"act":"finish_offer","at":"2020-10-31T01:40:15.000000Z","deed":"63a224a2-a971-4c70-ba87-3528b039ec67","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"e644d903-03e2-406e-9a48-50cd436d8a5d"},"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","position":0,"previous":"65825cfd68e50682d47d7749ea8f8ca5fea7cdf76585f94c50e72f5ccf724f58","seq":34,"terminal":"test","version":1}','a277922190b5c4145ab91e88fdc5cd1ac1768f4c9af17158b3a436043d306db5');
INSERT INTO "journal" VALUES('hall',35,'573eec8676a142e2b1cf9e8488a36bb2',0,'item_received','{"act":"receive","at":"2020-10-31T01:40:16.000000Z","deed":"573eec86-76a1-42e2-b1cf-9e8488a36bb2","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"handover":"e644d903-03e2-406e-9a48-50cd436d8a5d","item":"dee05932-1233-4025-9717-b376f523e766"},"person":"8a008fcb-da44-4a69-94f7-c64c7e23fb19","position":0,"previous":"a277922190b5c4145ab91e88fdc5cd1ac1768f4c9af17158b3a436043d306db5","seq":35,"terminal":"test","version":1}','f23cb3e7f29c7a2a1cc914fe78ee052922397caf5cf238eafbbf11e59d4cbb8a');
INSERT INTO "journal" VALUES('hall',36,'0e034c7cc66b436eb25d49977a1db720',0,'count_finished','{"act":"finish_count","at":"2020-10-31T01:40:17.000000Z","deed":"0e034c7c-c66b-436e-b25d-49977a1db720","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"digest":"11ca99d6166e3e7fd912f494c76ab750fc0322a9289572187e69bc84a02c3650","extra":[],"handover":"e644d903-03e2-406e-9a48-50cd436d8a5d","missing":[],"offered_count":1,"received_count":1},"person":"8a008fcb-da44-4a69-94f7-c64c7e23fb19","position":0,"previous":"f23cb3e7f29c7a2a1cc914fe78ee052922397caf5cf238eafbbf11e59d4cbb8a","seq":36,"terminal":"test","version":1}','e078f32de626f063f6c4ea88e71d1a5d9f170f7581cedab227735a103b1bac99');
INSERT INTO "journal" VALUES('hall',37,'5ebfd939dd204244a28ab154dd69a11d',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"5ebfd939-dd20-4244-a28a-b154dd69a11d","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"11ca99d6166e3e7fd912f494c76ab750fc0322a9289572187e69bc84a02c3650","handover":"e644d903-03e2-406e-9a48-50cd436d8a5d","side":"giver","signer":"1d75f27c-7553-4f4c-a4f9-7a54601e2823"},"person":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","position":0,"previous":"e078f32de626f063f6c4ea88e71d1a5d9f170f7581cedab227735a103b1bac99","seq":37,"terminal":"test","version":1}','f4fb063a7375825f72af1d11ccbf17decf2526131db2452eb9865ed69a045117');
INSERT INTO "journal" VALUES('hall',38,'6ec4c50b061b4a96809b43011a19acd2',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"6ec4c50b-061b-4a96-809b-43011a19acd2","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"11ca99d6166e3e7fd912f494c76ab750fc0322a9289572187e69bc84a02c3650","handover":"e644d903-03e2-406e-9a48-50cd436d8a5d","side":"receiver","signer":"8a008fcb-da44-4a69-94f7-c64c7e23fb19"},"person":"8a008fcb-da44-4a69-94f7-c64c7e23fb19","position":0,"previous":"f4fb063a7375825f72af1d11ccbf17decf2526131db2452eb9865ed69a045117","seq":38,"terminal":"test","version":1}','5dace4ab92762a9d4cbed2a2d2249238fcbb9b98193734e2820e0b6580d81d62');
INSERT INTO "journal" VALUES('hall',39,'6ec4c50b061b4a96809b43011a19acd2',1,'handover_sealed','{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"6ec4c50b-061b-4a96-809b-43011a19acd2","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"11ca99d6166e3e7fd912f494c76ab750fc0322a9289572187e69bc84a02c3650","giver":"02","giver_signer":"1d75f27c-7553-4f4c-a4f9-7a54601e2823","handover":"e644d903-03e2-406e-9a48-50cd436d8a5d","items":["dee05932-1233-4025-9717-b376f523e766"],"receiver":"03","receiver_signer":"8a008fcb-da44-4a69-94f7-c64c7e23fb19"},"person":"8a008fcb-da44-4a69-94f7-c64c7e23fb19","position":1,"previous":"5dace4ab92762a9d4cbed2a2d2249238fcbb9b98193734e2820e0b6580d81d62","seq":39,"terminal":"test","version":1}','2c3f180f2682a9154d9336da53ac6a5bdce0a60953ed10e395fe4d9d7c8141bd');
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
INSERT INTO "people" VALUES('hall','4c0fe6629f994ab9bbedff3a84f1562c','589eeff448a9417ea45884798aed2279','9015c8a13d3dab04949df4c81f7fd37c8f2cb5773f076b01a73643cdfdf17cf4','[{"department": "01", "roles": ["administrator"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','7bc124667bc8435ab4de81cc94891ade','1fcedb589a4449b6a5a47b8924fbda7e','1fd5774e75e87a31b25f15dbf0d2df58ed5c8dba3d13e16011bc758c1774a7a1','[{"department": "01", "roles": ["duty_officer"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','1d75f27c75534f4ca4f97a54601e2823','184bfd52bd8f4d629f8d889fbc09be50','51bcffe979b60cf9c22ae98ca922505f4e15e2f0990430f3963d9eab4315aba1','[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','c2913af9a3ac4649a66d6467af4863cf','0218972d794d4fecbb51a62e63863d5a','35d594aeb763c2a63257b5212d70e967e2c994c759b3c86ffad83b60629c24ae','[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','95d68ad74d87475fb84f4d267f002869','34929e889d1e4f57848201173e001409','13c0afa5af5c8751f7ccfec5f362dc67852c356a357919cf159fe3bd3d5d61d6','[{"department": "02", "roles": ["supervisor"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','8a008fcbda444a6994f7c64c7e23fb19','a6034d46f99647e08b7930745648c09d','bd2b5a59738859a6536f81bf2680c06d0dc0131428b19991da5434bce7a3a911','[{"department": "03", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','06846b9165e6408b99384ed58db7e6ef','5a5fccf28edc4d7390ed9d25b7e27d38','7b02a6cbc5f1d67225c96f7b979e0453c7109e3b095fc6b97dfe220b533859b5','[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','3598be4b68654178b0d10c0d4558ce7e','12eb60136ffa4b44a782dd754ee9a8fb','b7f7487864ac048c8f1b843c377e7f11ee8c784a054c285d631d1f62eacb1e68','[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
CREATE TABLE personal_data (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	media_type VARCHAR(60) NOT NULL, 
	salt BLOB NOT NULL, 
	value BLOB NOT NULL, 
	kept_since DATETIME NOT NULL, 
	CONSTRAINT pk_personal_data PRIMARY KEY (office, id)
);
INSERT INTO "personal_data" VALUES('hall','589eeff448a9417ea45884798aed2279','text/plain; charset=utf-8',X'E8845D06ADA52092EB8073D011EE7679',X'E7AEA1E79086E88085','2020-10-31 01:40:01.000000');
INSERT INTO "personal_data" VALUES('hall','a6034d46f99647e08b7930745648c09d','text/plain; charset=utf-8',X'9E322BDB04A429C1D3C7D920FFFA24C3',X'747265617375726572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','34929e889d1e4f57848201173e001409','text/plain; charset=utf-8',X'B4D3AB7DAB3602F503789BDA7D5A8B70',X'73757065727669736F72','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','12eb60136ffa4b44a782dd754ee9a8fb','text/plain; charset=utf-8',X'C1A42E149DCA1BF161F6B1B1CB5DC8FF',X'776174657232','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','1fcedb589a4449b6a5a47b8924fbda7e','text/plain; charset=utf-8',X'D18C3A13E7B3F100DD5178F69CD495CA',X'64757479','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','5a5fccf28edc4d7390ed9d25b7e27d38','text/plain; charset=utf-8',X'0705435C9B6E597D6F963760E1B4DE61',X'7761746572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','0218972d794d4fecbb51a62e63863d5a','text/plain; charset=utf-8',X'31A8DC4651759E335018916A3CA283CB',X'636C65726B32','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','184bfd52bd8f4d629f8d889fbc09be50','text/plain; charset=utf-8',X'80C24ED7ABCD7E91E9EC356B96C2AF04',X'636C65726B','2020-10-31 01:40:03.000000');
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
INSERT INTO "subjects" VALUES('hall','4c0fe6629f994ab9bbedff3a84f1562c',3);
INSERT INTO "subjects" VALUES('hall','4c0fe6629f994ab9bbedff3a84f1562c',4);
INSERT INTO "subjects" VALUES('hall','7bc124667bc8435ab4de81cc94891ade',8);
INSERT INTO "subjects" VALUES('hall','1d75f27c75534f4ca4f97a54601e2823',9);
INSERT INTO "subjects" VALUES('hall','c2913af9a3ac4649a66d6467af4863cf',10);
INSERT INTO "subjects" VALUES('hall','95d68ad74d87475fb84f4d267f002869',11);
INSERT INTO "subjects" VALUES('hall','8a008fcbda444a6994f7c64c7e23fb19',12);
INSERT INTO "subjects" VALUES('hall','06846b9165e6408b99384ed58db7e6ef',13);
INSERT INTO "subjects" VALUES('hall','3598be4b68654178b0d10c0d4558ce7e',14);
INSERT INTO "subjects" VALUES('hall','7bc124667bc8435ab4de81cc94891ade',15);
INSERT INTO "subjects" VALUES('hall','1d75f27c75534f4ca4f97a54601e2823',16);
INSERT INTO "subjects" VALUES('hall','c2913af9a3ac4649a66d6467af4863cf',17);
INSERT INTO "subjects" VALUES('hall','95d68ad74d87475fb84f4d267f002869',18);
INSERT INTO "subjects" VALUES('hall','8a008fcbda444a6994f7c64c7e23fb19',19);
INSERT INTO "subjects" VALUES('hall','06846b9165e6408b99384ed58db7e6ef',20);
INSERT INTO "subjects" VALUES('hall','3598be4b68654178b0d10c0d4558ce7e',21);
INSERT INTO "subjects" VALUES('hall','b9ee0c94f2b44770b5ffdd276ca14f4b',22);
INSERT INTO "subjects" VALUES('hall','dee05932123340259717b376f523e766',23);
INSERT INTO "subjects" VALUES('hall','b9ee0c94f2b44770b5ffdd276ca14f4b',23);
INSERT INTO "subjects" VALUES('hall','2a60a4461286497db2280804e3005fbe',24);
INSERT INTO "subjects" VALUES('hall','b9ee0c94f2b44770b5ffdd276ca14f4b',24);
INSERT INTO "subjects" VALUES('hall','b9ee0c94f2b44770b5ffdd276ca14f4b',25);
INSERT INTO "subjects" VALUES('hall','dee05932123340259717b376f523e766',26);
INSERT INTO "subjects" VALUES('hall','dee05932123340259717b376f523e766',27);
INSERT INTO "subjects" VALUES('hall','dee05932123340259717b376f523e766',28);
INSERT INTO "subjects" VALUES('hall','2a60a4461286497db2280804e3005fbe',29);
INSERT INTO "subjects" VALUES('hall','2a60a4461286497db2280804e3005fbe',30);
INSERT INTO "subjects" VALUES('hall','2a60a4461286497db2280804e3005fbe',31);
INSERT INTO "subjects" VALUES('hall','e644d90303e2406e9a4850cd436d8a5d',32);
INSERT INTO "subjects" VALUES('hall','dee05932123340259717b376f523e766',33);
INSERT INTO "subjects" VALUES('hall','e644d90303e2406e9a4850cd436d8a5d',33);
INSERT INTO "subjects" VALUES('hall','e644d90303e2406e9a4850cd436d8a5d',34);
INSERT INTO "subjects" VALUES('hall','dee05932123340259717b376f523e766',35);
INSERT INTO "subjects" VALUES('hall','e644d90303e2406e9a4850cd436d8a5d',35);
INSERT INTO "subjects" VALUES('hall','e644d90303e2406e9a4850cd436d8a5d',36);
INSERT INTO "subjects" VALUES('hall','e644d90303e2406e9a4850cd436d8a5d',37);
INSERT INTO "subjects" VALUES('hall','e644d90303e2406e9a4850cd436d8a5d',38);
INSERT INTO "subjects" VALUES('hall','dee05932123340259717b376f523e766',39);
INSERT INTO "subjects" VALUES('hall','e644d90303e2406e9a4850cd436d8a5d',39);
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END;
CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END;
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    WHEN NEW.seq <> 1 + COALESCE((SELECT MAX(seq) FROM journal WHERE office = NEW.office), 0)
    BEGIN SELECT RAISE(ABORT, 'law: the journal has no gap and no second line'); END;
CREATE INDEX ix_notices_office_at ON notices (office, at);
CREATE INDEX ix_mails_office_due_at ON mails (office, due_at);
CREATE INDEX ix_expected_items_office_list ON expected_items (office, list);
CREATE INDEX ix_expected_items_office_number ON expected_items (office, number);
CREATE INDEX ix_arrivals_office_status ON arrivals (office, status);
CREATE INDEX ix_handovers_office_phase ON handovers (office, phase);
CREATE INDEX ix_items_office_holder_status ON items (office, holder, status);
CREATE INDEX ix_items_office_arrival ON items (office, arrival);
CREATE INDEX ix_items_office_number ON items (office, number);
CREATE INDEX ix_cases_office_arrival ON cases (office, arrival);
CREATE INDEX ix_cases_office_handover ON cases (office, handover);
CREATE INDEX ix_cases_office_item ON cases (office, item);
CREATE INDEX ix_handover_items_office_item ON handover_items (office, item);
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
CREATE TRIGGER handovers_refuse_replacement BEFORE INSERT ON handovers
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.id AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END;
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
COMMIT;
