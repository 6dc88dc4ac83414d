BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
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
INSERT INTO "arrivals" VALUES('hall','0a2350c21142451d9b4bb0470dd9afb7','日本郵便',2,'2020-10-31 01:40:04.000000','02',NULL,'a94d20d405034235a3d728552a79bae4','2020-10-31 01:40:05.000000',2,'closed');
CREATE TABLE books_stamp (
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_books_stamp PRIMARY KEY (digest)
);
INSERT INTO "books_stamp" VALUES('79b311546b286cdc2006c43e060ef19368aa9af4bdffbb70815018c692b12429');
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
INSERT INTO "credentials" VALUES('hall','2d514dab195d46d98f5e0e372faa6ad4','STNV8C1DQCJK0EE','$argon2id$v=19$m=8,t=1,p=1$1lkEP2aKcuk78DSXGsdw2Q$9A0gkmX/7xRUdyY+RPlxGASmeZQs9HZVieL+ReKl9MA',0);
INSERT INTO "credentials" VALUES('hall','8fe6af29d55a4608ab921598c8006930','STNNKF3Z3ZXBS07','$argon2id$v=19$m=8,t=1,p=1$PjVpcJY2qzO0JBr3hrYPTA$ihhyZB9ujvm1bG2TUVJX7gs6MFhRh6SGxc90FEH5N30',0);
INSERT INTO "credentials" VALUES('hall','a94d20d405034235a3d728552a79bae4','STNY62F3X3GQK96','$argon2id$v=19$m=8,t=1,p=1$ZxqZgrBFRLvQehc+8R0+eg$+LJFvBEy88B4Q7EZkD3kT7mvxVvxKeVGEYQuKypveT8',0);
INSERT INTO "credentials" VALUES('hall','6a7b1691efdc4e0695f558101f90e3d1','STNC9FNXQV5KPVP','$argon2id$v=19$m=8,t=1,p=1$zFcf3KHzOwzaDz9C32RN8Q$cBV5Q4IVSLNXIEU3rO2mdqcK+xwTxVm9tqvJe65cWcQ',0);
INSERT INTO "credentials" VALUES('hall','2f5b4b47801144aeaffa96626a7d11c8','STNTFF81EEHMV4J','$argon2id$v=19$m=8,t=1,p=1$ogJLSsNMjqv3PpMq8TfWaw$zgNOIxoyz+mu2PzN/Y12sanwwtRZw7DKZ/5Uoi1LCO4',0);
INSERT INTO "credentials" VALUES('hall','f26d86a864b94d218e8534f9a907770b','STNP1FX8Y8DKTJN','$argon2id$v=19$m=8,t=1,p=1$nVc8AWXO9GgobvMCrtdX9w$8tj8Eh3wEgOJujypKVof59JtkLq4M4YrC2sHWg1Y4CQ',0);
INSERT INTO "credentials" VALUES('hall','ef053077c6ba444daa27ebeb9376c80f','STN2GTESRTKJNX0','$argon2id$v=19$m=8,t=1,p=1$3L2CHSYep1JDMOuNPvMIKw$+/hZXAApWeT1wW52ac+xKLb4E6dAK2qfA6FyvQz0wIw',0);
INSERT INTO "credentials" VALUES('hall','7a88762ddaa544669310847aab359925','STNG76VKE239375','$argon2id$v=19$m=8,t=1,p=1$JGru9jn8zpLVO5aml4VmZw$JJxIJL2g0qJcc8Izw/4Ls13WOKJ4gN3Z1rwwhmorIUA',0);
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
	received_by CHAR(32), 
	CONSTRAINT pk_handover_items PRIMARY KEY (office, handover, item), 
	CONSTRAINT fk_handover_items_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT fk_handover_items_office_item FOREIGN KEY(office, item) REFERENCES items (office, id), 
	CONSTRAINT fk_handover_items_office_received_by FOREIGN KEY(office, received_by) REFERENCES people (office, id), 
	CONSTRAINT ck_handover_items_received_by_somebody CHECK (received = (received_by IS NOT NULL))
);
INSERT INTO "handover_items" VALUES('hall','6b68f38b173d482f902d1fd689f369cd','4b383ad139ac4923a4a0779801c52979',1,1,'f26d86a864b94d218e8534f9a907770b');
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
INSERT INTO "handovers" VALUES('hall','6b68f38b173d482f902d1fd689f369cd','02','03','a94d20d405034235a3d728552a79bae4','2020-10-31 01:40:13.000000','sealed','f67bcb4ac2fa018bcf58acfa6ae0008a1ed3935840be464d515dba2b76b9ea4f','a94d20d405034235a3d728552a79bae4','f26d86a864b94d218e8534f9a907770b','2020-10-31 01:40:19.000000',NULL,NULL,'[]',0,'2020-10-31 01:40:17.000000','2020-10-31 01:40:19.000000');
CREATE TABLE heads (
	office VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_heads PRIMARY KEY (office)
);
INSERT INTO "heads" VALUES('hall',39,'e8ac4865e4b8757c5b591d29d00a44634bd326ff93e180166a48f4865a680036','2020-10-31 01:40:19.000000');
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
	keeper CHAR(32), 
	questioned BOOLEAN NOT NULL, 
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
	CONSTRAINT ck_items_words_by_two CHECK (first_by <> check_by)
);
INSERT INTO "items" VALUES('hall','4b383ad139ac4923a4a0779801c52979','0a2350c21142451d9b4bb0470dd9afb7','13112383852','{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'a94d20d405034235a3d728552a79bae4','2020-10-31 01:40:06.000000',23,'03','2020-10-31 01:40:19.000000','held','03','a94d20d405034235a3d728552a79bae4','6a7b1691efdc4e0695f558101f90e3d1',NULL,NULL,NULL,NULL,0,NULL,NULL,0);
INSERT INTO "items" VALUES('hall','3a19c5523c2d4b8fb24ca1a757210e28','0a2350c21142451d9b4bb0470dd9afb7','20112345676','{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'a94d20d405034235a3d728552a79bae4','2020-10-31 01:40:07.000000',24,'02','2020-10-31 01:40:07.000000','held','03','a94d20d405034235a3d728552a79bae4','6a7b1691efdc4e0695f558101f90e3d1',NULL,NULL,NULL,NULL,0,NULL,NULL,0);
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
INSERT INTO "journal" VALUES('hall',1,'08fe6dd325794e1ebe8e4d6abfed91a1',0,'office_founded','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"08fe6dd3-2579-4e1e-be8e-4d6abfed91a1","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}','ba4a3a6e788298a9f95b8f24bc6f45fb9e51c818cbd8670c408c58c282dcccb5');
INSERT INTO "journal" VALUES('hall',2,'08fe6dd325794e1ebe8e4d6abfed91a1',1,'department_opened','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"08fe6dd3-2579-4e1e-be8e-4d6abfed91a1","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"ba4a3a6e788298a9f95b8f24bc6f45fb9e51c818cbd8670c408c58c282dcccb5","seq":2,"terminal":"console","version":1}','5d7448e32245c35403d57dcf05dd4a8601202238feded2fee2d44d896923e3b3');
INSERT INTO "journal" VALUES('hall',3,'08fe6dd325794e1ebe8e4d6abfed91a1',2,'person_enrolled','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"08fe6dd3-2579-4e1e-be8e-4d6abfed91a1","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"86588a8f2d040a9aaefacc89902971ef24fe651b3c9ce609f2b87c5c56b53474","id":"c7143a1c-1ffe-4b19-8c25-b5a5f04a106d"},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","roles":["administrator"],"since":null},"person":null,"position":2,"previous":"5d7448e32245c35403d57dcf05dd4a8601202238feded2fee2d44d896923e3b3","seq":3,"terminal":"console","version":2}','b7da704892499e6dc18bcaeb0471407e8054af4a112f88dc25747b6aafa90ee7');
INSERT INTO "journal" VALUES('hall',4,'08fe6dd325794e1ebe8e4d6abfed91a1',3,'badge_issued','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"08fe6dd3-2579-4e1e-be8e-4d6abfed91a1","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4"},"person":null,"position":3,"previous":"b7da704892499e6dc18bcaeb0471407e8054af4a112f88dc25747b6aafa90ee7","seq":4,"terminal":"console","version":1}','29b7c31ca666ba39804f68561b9139cce6ac4522119d847b363490b818587e5b');
INSERT INTO "journal" VALUES('hall',5,'a1c73391adc2431391dd66cfe349778e',0,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"a1c73391-adc2-4313-91dd-66cfe349778e","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":0,"previous":"29b7c31ca666ba39804f68561b9139cce6ac4522119d847b363490b818587e5b","seq":5,"terminal":"test","version":1}','9c6bc743f1e41b6939f425b5437ed77cd23ce36d954c7f94bac291d90f298b12');
INSERT INTO "journal" VALUES('hall',6,'a1c73391adc2431391dd66cfe349778e',1,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"a1c73391-adc2-4313-91dd-66cfe349778e","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":1,"previous":"9c6bc743f1e41b6939f425b5437ed77cd23ce36d954c7f94bac291d90f298b12","seq":6,"terminal":"test","version":1}','dac6a9f2fe04aead4ae1ba50d107c29b9789a569e7441b992293460ae1d698b7');
INSERT INTO "journal" VALUES('hall',7,'a1c73391adc2431391dd66cfe349778e',2,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"a1c73391-adc2-4313-91dd-66cfe349778e","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":2,"previous":"dac6a9f2fe04aead4ae1ba50d107c29b9789a569e7441b992293460ae1d698b7","seq":7,"terminal":"test","version":1}','c72582b2b0f93330c2cc08962732fdb11cf954e4b1de45e5d0e67e9c65d071d5');
INSERT INTO "journal" VALUES('hall',8,'78e9cead79c648c6aa4764a13c3f54f3',0,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"1e732b3c7932b35fc282d7948c63e8bd9444d46c4e9688ce389307bff11160c0","id":"76dcf0b3-e473-41cc-bb5b-f6e5421d7d5c"},"person":"8fe6af29-d55a-4608-ab92-1598c8006930","roles":["duty_officer"],"since":null},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":0,"previous":"c72582b2b0f93330c2cc08962732fdb11cf954e4b1de45e5d0e67e9c65d071d5","seq":8,"terminal":"test","version":2}','192d757eb3b7685ad31414410ee7077837369387d164c2c2f6a198b4c03682c6');
INSERT INTO "journal" VALUES('hall',9,'78e9cead79c648c6aa4764a13c3f54f3',1,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"71d01336d2dcba8ab5a755356525e6132e6d0f3d1637ab9fd7a0e3c9786258d3","id":"8c74e303-e5d8-4fa1-880c-86f24f4b7afa"},"person":"a94d20d4-0503-4235-a3d7-28552a79bae4","roles":["clerk"],"since":null},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":1,"previous":"192d757eb3b7685ad31414410ee7077837369387d164c2c2f6a198b4c03682c6","seq":9,"terminal":"test","version":2}','d3c14bfac359c853389b7c113a062eba39857fdcdfcbcd1e309859d833d1f8ad');
INSERT INTO "journal" VALUES('hall',10,'78e9cead79c648c6aa4764a13c3f54f3',2,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"9169e56108bb6dd8dd7a78f02488a05c663e46204944609ffa5f01afd3df00d8","id":"8d819265-9062-432e-b9d0-643edade5cf9"},"person":"6a7b1691-efdc-4e06-95f5-58101f90e3d1","roles":["clerk"],"since":null},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":2,"previous":"d3c14bfac359c853389b7c113a062eba39857fdcdfcbcd1e309859d833d1f8ad","seq":10,"terminal":"test","version":2}','2493d208460a6c8517a4f5896ee88d005e256d21822024f07ba90c54839d1648');
INSERT INTO "journal" VALUES('hall',11,'78e9cead79c648c6aa4764a13c3f54f3',3,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"7eac1407d430af7d05ac446f49f2b8244e27a5775030f63d0e7266b4b4954b16","id":"d4c3744d-66b6-4f75-ba12-77090d6037c5"},"person":"2f5b4b47-8011-44ae-affa-96626a7d11c8","roles":["supervisor"],"since":null},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":3,"previous":"2493d208460a6c8517a4f5896ee88d005e256d21822024f07ba90c54839d1648","seq":11,"terminal":"test","version":2}','75a974129585db8b33f9c360f42af971ded89ccacbd899c682f21a81ef2c05bb');
INSERT INTO "journal" VALUES('hall',12,'78e9cead79c648c6aa4764a13c3f54f3',4,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"84e3d0e1af8692169f700662c70e00bd6a7a17dc43f0cb2024ad63322cc5c05c","id":"e6f4f330-4dc7-4d75-9b6a-8f3829d8308a"},"person":"f26d86a8-64b9-4d21-8e85-34f9a907770b","roles":["receiver"],"since":null},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":4,"previous":"75a974129585db8b33f9c360f42af971ded89ccacbd899c682f21a81ef2c05bb","seq":12,"terminal":"test","version":2}','8fc6371af4d2fc1e5fb8ae5b8862f5dc2fd05bbdeb2bfd39c7517a6d9b88458a');
INSERT INTO "journal" VALUES('hall',13,'78e9cead79c648c6aa4764a13c3f54f3',5,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"3b6188c8cd2d2e34f2f8f7b93fbcf8dd9d638a8d3b827d4ebd90f211cd12ebab","id":"62a71b91-624f-49da-9875-775c7ab9fa1e"},"person":"ef053077-c6ba-444d-aa27-ebeb9376c80f","roles":["receiver"],"since":null},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":5,"previous":"8fc6371af4d2fc1e5fb8ae5b8862f5dc2fd05bbdeb2bfd39c7517a6d9b88458a","seq":13,"terminal":"test","version":2}','d9cc2b4a46bc220329ba74dcf0cab0f720d2c00fda923b92ab0307efa6f9f66d');
INSERT INTO "journal" VALUES('hall',14,'78e9cead79c648c6aa4764a13c3f54f3',6,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"037173b7f19050162efe03e7c974f03b5e18b3f9c519e20086681deefe81f6a2","id":"da4d7bfe-4b80-4ef2-8830-b8706dc96209"},"person":"7a88762d-daa5-4466-9310-847aab359925","roles":["receiver"],"since":null},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":6,"previous":"d9cc2b4a46bc220329ba74dcf0cab0f720d2c00fda923b92ab0307efa6f9f66d","seq":14,"terminal":"test","version":2}','8aeee9cac06df4325437d7c5d0b47a188b08604649ecbec2e48153c57e3dc81f');
INSERT INTO "journal" VALUES('hall',15,'78e9cead79c648c6aa4764a13c3f54f3',7,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"8fe6af29-d55a-4608-ab92-1598c8006930"},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":7,"previous":"8aeee9cac06df4325437d7c5d0b47a188b08604649ecbec2e48153c57e3dc81f","seq":15,"terminal":"test","version":1}','4e5d05b5c7b379d0eda2752500044126ff495063a52fbc264a883a0412fe013e');
INSERT INTO "journal" VALUES('hall',16,'78e9cead79c648c6aa4764a13c3f54f3',8,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"a94d20d4-0503-4235-a3d7-28552a79bae4"},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":8,"previous":"4e5d05b5c7b379d0eda2752500044126ff495063a52fbc264a883a0412fe013e","seq":16,"terminal":"test","version":1}','22b551e629b9e0d410eae7ea2cfd42539cce3be738eeb038e9182a57a0b1b8c7');
INSERT INTO "journal" VALUES('hall',17,'78e9cead79c648c6aa4764a13c3f54f3',9,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"6a7b1691-efdc-4e06-95f5-58101f90e3d1"},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":9,"previous":"22b551e629b9e0d410eae7ea2cfd42539cce3be738eeb038e9182a57a0b1b8c7","seq":17,"terminal":"test","version":1}','590885e4f6fe6de1e3eb3b65e95e776e8a33f2f8746ddcfb96360f50a8e673c9');
INSERT INTO "journal" VALUES('hall',18,'78e9cead79c648c6aa4764a13c3f54f3',10,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"2f5b4b47-8011-44ae-affa-96626a7d11c8"},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":10,"previous":"590885e4f6fe6de1e3eb3b65e95e776e8a33f2f8746ddcfb96360f50a8e673c9","seq":18,"terminal":"test","version":1}','2a196f61bac4ebcd066d724925faf690cd846910796ddda3c97fe9b4066a5b34');
INSERT INTO "journal" VALUES('hall',19,'78e9cead79c648c6aa4764a13c3f54f3',11,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"f26d86a8-64b9-4d21-8e85-34f9a907770b"},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":11,"previous":"2a196f61bac4ebcd066d724925faf690cd846910796ddda3c97fe9b4066a5b34","seq":19,"terminal":"test","version":1}','6f88a2b63cb757057a6858ff259afa05c090892c2602b9e88967e91b24e640f7');
INSERT INTO "journal" VALUES('hall',20,'78e9cead79c648c6aa4764a13c3f54f3',12,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"ef053077-c6ba-444d-aa27-ebeb9376c80f"},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":12,"previous":"6f88a2b63cb757057a6858ff259afa05c090892c2602b9e88967e91b24e640f7","seq":20,"terminal":"test","version":1}','1d34aeb8c84ae0767548cd83176c516bc38dce27053ef72847245d59ecf9022c');
INSERT INTO "journal" VALUES('hall',21,'78e9cead79c648c6aa4764a13c3f54f3',13,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"78e9cead-79c6-48c6-aa47-64a13c3f54f3","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"7a88762d-daa5-4466-9310-847aab359925"},"person":"2d514dab-195d-46d9-8f5e-0e372faa6ad4","position":13,"previous":"1d34aeb8c84ae0767548cd83176c516bc38dce27053ef72847245d59ecf9022c","seq":21,"terminal":"test","version":1}','748272980eb415ea9896b87c63bfee907900f3b481e8739d29ea5614be9601ed');
INSERT INTO "journal" VALUES('hall',22,'0a2350c21142451d9b4bb0470dd9afb7',0,'arrival_opened','{"act":"open_arrival","at":"2020-10-31T01:40:05.000000Z","deed":"0a2350c2-1142-451d-9b4b-b0470dd9afb7","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"0a2350c2-1142-451d-9b4b-b0470dd9afb7","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"a94d20d4-0503-4235-a3d7-28552a79bae4","position":0,"previous":"748272980eb415ea9896b87c63bfee907900f3b481e8739d29ea5614be9601ed","seq":22,"terminal":"test","version":1}','a3bc3f778e7f3462a78ad6c16aa9d66d7ecb6c96d9fae9488b7e5fc573bc9bb9');
INSERT INTO "journal" VALUES('hall',23,'4b383ad139ac4923a4a0779801c52979',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"4b383ad1-39ac-4923-a4a0-779801c52979","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"0a2350c2-1142-451d-9b4b-b0470dd9afb7","expected":null,"item":"4b383ad1-39ac-4923-a4a0-779801c52979","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"a94d20d4-0503-4235-a3d7-28552a79bae4","position":0,"previous":"a3bc3f778e7f3462a78ad6c16aa9d66d7ecb6c96d9fae9488b7e5fc573bc9bb9","seq":23,"terminal":"test","version":1}','1822142ec83182016aa851aa07cd3039c6e612668b2df81f1637b525f3fb4c73');
INSERT INTO "journal" VALUES('hall',24,'3a19c5523c2d4b8fb24ca1a757210e28',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:07.000000Z","deed":"3a19c552-3c2d-4b8f-b24c-a1a757210e28","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"0a2350c2-1142-451d-9b4b-b0470dd9afb7","expected":null,"item":"3a19c552-3c2d-4b8f-b24c-a1a757210e28","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"a94d20d4-0503-4235-a3d7-28552a79bae4","position":0,"previous":"1822142ec83182016aa851aa07cd3039c6e612668b2df81f1637b525f3fb4c73","seq":24,"terminal":"test","version":1}','40bc83b5580fecb362601401d642e0e8b78e682ea07d5e1cfa8713f124431bd1');
INSERT INTO "journal" VALUES('hall',25,'d050bdea6ff447c8ad7c473b607e7f1b',0,'arrival_closed','{"act":"close_arrival","at":"2020-10-31T01:40:08.000000Z","deed":"d050bdea-6ff4-47c8-ad7c-473b607e7f1b","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"0a2350c2-1142-451d-9b4b-b0470dd9afb7","count":2},"person":"a94d20d4-0503-4235-a3d7-28552a79bae4","position":0,"previous":"40bc83b5580fecb362601401d642e0e8b78e682ea07d5e1cfa8713f124431bd1","seq":25,"terminal":"test","version":1}','f4b7b3851a51f7e218c0b0acd0997c86bedd91146692f0b0b4c88fd1152010b7');
INSERT INTO "journal" VALUES('hall',26,'1784760ecbd347d091e2847ed17d409a',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:09.000000Z","deed":"1784760e-cbd3-47d0-91e2-847ed17d409a","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"4b383ad1-39ac-4923-a4a0-779801c52979"},"person":"a94d20d4-0503-4235-a3d7-28552a79bae4","position":0,"previous":"f4b7b3851a51f7e218c0b0acd0997c86bedd91146692f0b0b4c88fd1152010b7","seq":26,"terminal":"test","version":1}','d185e5416d9d52785c009d1ca277852f262873d60075e1034a712f69582e665a');
INSERT INTO "journal" VALUES('hall',27,'0345a6d2848f4d7e97f618e23bf74855',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"0345a6d2-848f-4d7e-97f6-18e23bf74855","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"4b383ad1-39ac-4923-a4a0-779801c52979"},"person":"6a7b1691-efdc-4e06-95f5-58101f90e3d1","position":0,"previous":"d185e5416d9d52785c009d1ca277852f262873d60075e1034a712f69582e665a","seq":27,"terminal":"test","version":1}','a983556c76872af93361174cbe27ea3edb256ef294305722579dc77db3e596c2');
INSERT INTO "journal" VALUES('hall',28,'0345a6d2848f4d7e97f618e23bf74855',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"0345a6d2-848f-4d7e-97f6-18e23bf74855","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"6a7b1691-efdc-4e06-95f5-58101f90e3d1","department":"03","first_by":"a94d20d4-0503-4235-a3d7-28552a79bae4","item":"4b383ad1-39ac-4923-a4a0-779801c52979"},"person":"6a7b1691-efdc-4e06-95f5-58101f90e3d1","position":1,"previous":"a983556c76872af93361174cbe27ea3edb256ef294305722579dc77db3e596c2","seq":28,"terminal":"test","version":1}','15971fe28b389a7a10b08992174a1bcdd325cb87500e339b32935318dc24c13a');
INSERT INTO "journal" VALUES('hall',29,'88c1636ce5a9437194605a66bf139393',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:11.000000Z","deed":"88c1636c-e5a9-4371-9460-5a66bf139393","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"3a19c552-3c2d-4b8f-b24c-a1a757210e28"},"person":"a94d20d4-0503-4235-a3d7-28552a79bae4","position":0,"previous":"15971fe28b389a7a10b08992174a1bcdd325cb87500e339b32935318dc24c13a","seq":29,"terminal":"test","version":1}','62875b644bfbd5d84281035bf84898f30a37c932fc7a152a9827fa29ccd566ff');
INSERT INTO "journal" VALUES('hall',30,'fd1e18d0f8654ff59eab94cb70e121be',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"fd1e18d0-f865-4ff5-9eab-94cb70e121be","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"3a19c552-3c2d-4b8f-b24c-a1a757210e28"},"person":"6a7b1691-efdc-4e06-95f5-58101f90e3d1","position":0,"previous":"62875b644bfbd5d84281035bf84898f30a37c932fc7a152a9827fa29ccd566ff","seq":30,"terminal":"test","version":1}','be3c5c872122423d0dd425f4e4948b12f9fbd95731cc01b95ee5d419ce633d74');
INSERT INTO "journal" VALUES('hall',31,'fd1e18d0f8654ff59eab94cb70e121be',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"fd1e18d0-f865-4ff5-9eab-94cb70e121be","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"6a7b1691-efdc-4e06-95f5-58101f90e3d1","department":"03","first_by":"a94d20d4-0503-4235-a3d7-28552a79bae4","item":"3a19c552-3c2d-4b8f-b24c-a1a757210e28"},"person":"6a7b1691-efdc-4e06-95f5-58101f90e3d1","position":1,"previous":"be3c5c872122423d0dd425f4e4948b12f9fbd95731cc01b95ee5d419ce633d74","seq":31,"terminal":"test","version":1}','4512376cb19d4ea03c2d5e21cee55c48f7e0489d4065e43d32ec9a39192cf6a1');
INSERT INTO "journal" VALUES('hall',32,'6b68f38b173d482f902d1fd689f369cd',0,'handover_opened','{"act":"open_handover","at":"2020-10-31T01:40:13.000000Z","deed":"6b68f38b-173d-482f-902d-1fd689f369cd","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","giver_person":null,"handover":"6b68f38b-173d-482f-902d-1fd689f369cd","receiver":"03","receiver_person":null},"person":"a94d20d4-0503-4235-a3d7-28552a79bae4","position":0,"previous":"4512376cb19d4ea03c2d5e21cee55c48f7e0489d4065e43d32ec9a39192cf6a1","seq":32,"terminal":"test","version":2}','f859d544f79615b7e5c5439df039ca5e0d8411a15a9db6e0bd879f8b4a9d8408');
INSERT INTO "journal" VALUES('hall',33,'cd97cbaf37f24618bd9a5beaf33a26c4',0,'item_offered','{"act":"offer","at":"2020-10-31T01:40:14.000000Z","deed":"cd97cbaf-37f2-4618-bd9a-5beaf33a26c4","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"6b68f38b-173d-482f-902d-1fd689f369cd","item":"4b383ad1-39ac-4923-a4a0-779801c52979"},"person":"a94d20d4-0503-4235-a3d7-28552a79bae4","position":0,"previous":"f859d544f79615b7e5c5439df039ca5e0d8411a15a9db6e0bd879f8b4a9d8408","seq":33,"terminal":"test","version":1}','aacec87c9a32250d3bc12cec0fff0f879f93955f53bd212bc03832445d33d759');
INSERT INTO "journal" VALUES('hall',34,'968740f376c24283bdb8c679b26c3213',0,'set_offered','{"act":"finish_offer","at":"2020-10-31T01:40:15.000000Z","deed":"968740f3-76c2-4283-bdb8-c679b26c3213","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"6b68f38b-173d-482f-902d-1fd689f369cd"},"person":"a94d20d4-0503-4235-a3d7-28552a79bae4","position":0,"previous":"aacec87c9a32250d3bc12cec0fff0f879f93955f53bd212bc03832445d33d759","seq":34,"terminal":"test","version":1}','8dae6bf79e5997dcd5d676c2ce32483df4c182c9b72f2e0152ead2b9eae4a413');
INSERT INTO "journal" VALUES('hall',35,'e2d08a329fe345fe82761fa45eaaca54',0,'item_received','{"act":"receive","at":"2020-10-31T01:40:16.000000Z","deed":"e2d08a32-9fe3-45fe-8276-1fa45eaaca54","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"by":null,"handover":"6b68f38b-173d-482f-902d-1fd689f369cd","item":"4b383ad1-39ac-4923-a4a0-779801c52979"},"person":"f26d86a8-64b9-4d21-8e85-34f9a907770b","position":0,"previous":"8dae6bf79e5997dcd5d676c2ce32483df4c182c9b72f2e0152ead2b9eae4a413","seq":35,"terminal":"test","version":2}','9139b03ebe747e0687105347fd11cc2f6124a2b019173e9f8f14389aa4d37674');
INSERT INTO "journal" VALUES('hall',36,'ac902b38ccf44cc3944a245abec4f02d',0,'count_finished','{"act":"finish_count","at":"2020-10-31T01:40:17.000000Z","deed":"ac902b38-ccf4-4cc3-944a-245abec4f02d","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"agreed_at":"2020-10-31T01:40:17Z","digest":"f67bcb4ac2fa018bcf58acfa6ae0008a1ed3935840be464d515dba2b76b9ea4f","extra":[],"handover":"6b68f38b-173d-482f-902d-1fd689f369cd","missing":[],"offered_count":1,"received_count":1},"person":"f26d86a8-64b9-4d21-8e85-34f9a907770b","position":0,"previous":"9139b03ebe747e0687105347fd11cc2f6124a2b019173e9f8f14389aa4d37674","seq":36,"terminal":"test","version":2}','978720dbc3591486306eed95dc7952d787a1fdde1f7574d53dd8f4c537c9bc91');
INSERT INTO "journal" VALUES('hall',37,'d59f854b3db74eef922b50cd369495c8',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"d59f854b-3db7-4eef-922b-50cd369495c8","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"f67bcb4ac2fa018bcf58acfa6ae0008a1ed3935840be464d515dba2b76b9ea4f","handover":"6b68f38b-173d-482f-902d-1fd689f369cd","side":"giver","signer":"a94d20d4-0503-4235-a3d7-28552a79bae4"},"person":"a94d20d4-0503-4235-a3d7-28552a79bae4","position":0,"previous":"978720dbc3591486306eed95dc7952d787a1fdde1f7574d53dd8f4c537c9bc91","seq":37,"terminal":"test","version":1}','d2337114f3439f70e02286b5088bd32a20eea5cc56ae1bf229a871f9be8e333c');
INSERT INTO "journal" VALUES('hall',38,'203b5d9f0a814dacba494f16491806f9',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"203b5d9f-0a81-4dac-ba49-4f16491806f9","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"f67bcb4ac2fa018bcf58acfa6ae0008a1ed3935840be464d515dba2b76b9ea4f","handover":"6b68f38b-173d-482f-902d-1fd689f369cd","side":"receiver","signer":"f26d86a8-64b9-4d21-8e85-34f9a907770b"},"person":"f26d86a8-64b9-4d21-8e85-34f9a907770b","position":0,"previous":"d2337114f3439f70e02286b5088bd32a20eea5cc56ae1bf229a871f9be8e333c","seq":38,"terminal":"test","version":1}','05c4e3dbb82c913d1f753318d64ad811dcbd75b4ee4098062c254183a8b7f400');
INSERT INTO "journal" VALUES('hall',39,'203b5d9f0a814dacba494f16491806f9',1,'handover_sealed','{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"203b5d9f-0a81-4dac-ba49-4f16491806f9","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"f67bcb4ac2fa018bcf58acfa6ae0008a1ed3935840be464d515dba2b76b9ea4f","giver":"02","giver_signer":"a94d20d4-0503-4235-a3d7-28552a79bae4","handover":"6b68f38b-173d-482f-902d-1fd689f369cd","items":["4b383ad1-39ac-4923-a4a0-779801c52979"],"receiver":"03","receiver_signer":"f26d86a8-64b9-4d21-8e85-34f9a907770b"},"person":"f26d86a8-64b9-4d21-8e85-34f9a907770b","position":1,"previous":"05c4e3dbb82c913d1f753318d64ad811dcbd75b4ee4098062c254183a8b7f400","seq":39,"terminal":"test","version":1}','e8ac4865e4b8757c5b591d29d00a44634bd326ff93e180166a48f4865a680036');
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
INSERT INTO "people" VALUES('hall','2d514dab195d46d98f5e0e372faa6ad4','c7143a1c1ffe4b198c25b5a5f04a106d','86588a8f2d040a9aaefacc89902971ef24fe651b3c9ce609f2b87c5c56b53474','[{"department": "01", "roles": ["administrator"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','8fe6af29d55a4608ab921598c8006930','76dcf0b3e47341ccbb5bf6e5421d7d5c','1e732b3c7932b35fc282d7948c63e8bd9444d46c4e9688ce389307bff11160c0','[{"department": "01", "roles": ["duty_officer"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','a94d20d405034235a3d728552a79bae4','8c74e303e5d84fa1880c86f24f4b7afa','71d01336d2dcba8ab5a755356525e6132e6d0f3d1637ab9fd7a0e3c9786258d3','[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','6a7b1691efdc4e0695f558101f90e3d1','8d8192659062432eb9d0643edade5cf9','9169e56108bb6dd8dd7a78f02488a05c663e46204944609ffa5f01afd3df00d8','[{"department": "02", "roles": ["clerk"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','2f5b4b47801144aeaffa96626a7d11c8','d4c3744d66b64f75ba1277090d6037c5','7eac1407d430af7d05ac446f49f2b8244e27a5775030f63d0e7266b4b4954b16','[{"department": "02", "roles": ["supervisor"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','f26d86a864b94d218e8534f9a907770b','e6f4f3304dc74d759b6a8f3829d8308a','84e3d0e1af8692169f700662c70e00bd6a7a17dc43f0cb2024ad63322cc5c05c','[{"department": "03", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','ef053077c6ba444daa27ebeb9376c80f','62a71b91624f49da9875775c7ab9fa1e','3b6188c8cd2d2e34f2f8f7b93fbcf8dd9d638a8d3b827d4ebd90f211cd12ebab','[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
INSERT INTO "people" VALUES('hall','7a88762ddaa544669310847aab359925','da4d7bfe4b804ef28830b8706dc96209','037173b7f19050162efe03e7c974f03b5e18b3f9c519e20086681deefe81f6a2','[{"department": "04", "roles": ["receiver"], "since": null, "until": null, "is_deputy": false}]',1,2);
CREATE TABLE personal_data (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	media_type VARCHAR(60) NOT NULL, 
	salt BLOB NOT NULL, 
	value BLOB NOT NULL, 
	kept_since DATETIME NOT NULL, 
	CONSTRAINT pk_personal_data PRIMARY KEY (office, id)
);
INSERT INTO "personal_data" VALUES('hall','c7143a1c1ffe4b198c25b5a5f04a106d','text/plain; charset=utf-8',X'B566A767ACEB29FC809D03863F70E24D',X'E7AEA1E79086E88085','2020-10-31 01:40:01.000000');
INSERT INTO "personal_data" VALUES('hall','76dcf0b3e47341ccbb5bf6e5421d7d5c','text/plain; charset=utf-8',X'82DF8092C4FBBE7788FADDCAEA3983C7',X'64757479','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','8d8192659062432eb9d0643edade5cf9','text/plain; charset=utf-8',X'B226D8DA476D31F36A90784892B7E623',X'636C65726B32','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','d4c3744d66b64f75ba1277090d6037c5','text/plain; charset=utf-8',X'16CC100AC82F091A7ECC23DB960F84D1',X'73757065727669736F72','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','62a71b91624f49da9875775c7ab9fa1e','text/plain; charset=utf-8',X'9F9C5DEF02905544A1393AB11B6AB2E9',X'7761746572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','e6f4f3304dc74d759b6a8f3829d8308a','text/plain; charset=utf-8',X'219F315B5AF57E131D9B1D9A1A74FEB6',X'747265617375726572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','8c74e303e5d84fa1880c86f24f4b7afa','text/plain; charset=utf-8',X'A128A52C73698B46C834615F19C288DC',X'636C65726B','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','da4d7bfe4b804ef28830b8706dc96209','text/plain; charset=utf-8',X'BF42AA08784BCD261DD516B229D9BD50',X'776174657232','2020-10-31 01:40:03.000000');
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
INSERT INTO "subjects" VALUES('hall','2d514dab195d46d98f5e0e372faa6ad4',3);
INSERT INTO "subjects" VALUES('hall','2d514dab195d46d98f5e0e372faa6ad4',4);
INSERT INTO "subjects" VALUES('hall','8fe6af29d55a4608ab921598c8006930',8);
INSERT INTO "subjects" VALUES('hall','a94d20d405034235a3d728552a79bae4',9);
INSERT INTO "subjects" VALUES('hall','6a7b1691efdc4e0695f558101f90e3d1',10);
INSERT INTO "subjects" VALUES('hall','2f5b4b47801144aeaffa96626a7d11c8',11);
INSERT INTO "subjects" VALUES('hall','f26d86a864b94d218e8534f9a907770b',12);
INSERT INTO "subjects" VALUES('hall','ef053077c6ba444daa27ebeb9376c80f',13);
INSERT INTO "subjects" VALUES('hall','7a88762ddaa544669310847aab359925',14);
INSERT INTO "subjects" VALUES('hall','8fe6af29d55a4608ab921598c8006930',15);
INSERT INTO "subjects" VALUES('hall','a94d20d405034235a3d728552a79bae4',16);
INSERT INTO "subjects" VALUES('hall','6a7b1691efdc4e0695f558101f90e3d1',17);
INSERT INTO "subjects" VALUES('hall','2f5b4b47801144aeaffa96626a7d11c8',18);
INSERT INTO "subjects" VALUES('hall','f26d86a864b94d218e8534f9a907770b',19);
INSERT INTO "subjects" VALUES('hall','ef053077c6ba444daa27ebeb9376c80f',20);
INSERT INTO "subjects" VALUES('hall','7a88762ddaa544669310847aab359925',21);
INSERT INTO "subjects" VALUES('hall','0a2350c21142451d9b4bb0470dd9afb7',22);
INSERT INTO "subjects" VALUES('hall','4b383ad139ac4923a4a0779801c52979',23);
INSERT INTO "subjects" VALUES('hall','0a2350c21142451d9b4bb0470dd9afb7',23);
INSERT INTO "subjects" VALUES('hall','3a19c5523c2d4b8fb24ca1a757210e28',24);
INSERT INTO "subjects" VALUES('hall','0a2350c21142451d9b4bb0470dd9afb7',24);
INSERT INTO "subjects" VALUES('hall','0a2350c21142451d9b4bb0470dd9afb7',25);
INSERT INTO "subjects" VALUES('hall','4b383ad139ac4923a4a0779801c52979',26);
INSERT INTO "subjects" VALUES('hall','4b383ad139ac4923a4a0779801c52979',27);
INSERT INTO "subjects" VALUES('hall','4b383ad139ac4923a4a0779801c52979',28);
INSERT INTO "subjects" VALUES('hall','3a19c5523c2d4b8fb24ca1a757210e28',29);
INSERT INTO "subjects" VALUES('hall','3a19c5523c2d4b8fb24ca1a757210e28',30);
INSERT INTO "subjects" VALUES('hall','3a19c5523c2d4b8fb24ca1a757210e28',31);
INSERT INTO "subjects" VALUES('hall','6b68f38b173d482f902d1fd689f369cd',32);
INSERT INTO "subjects" VALUES('hall','4b383ad139ac4923a4a0779801c52979',33);
INSERT INTO "subjects" VALUES('hall','6b68f38b173d482f902d1fd689f369cd',33);
INSERT INTO "subjects" VALUES('hall','6b68f38b173d482f902d1fd689f369cd',34);
INSERT INTO "subjects" VALUES('hall','4b383ad139ac4923a4a0779801c52979',35);
INSERT INTO "subjects" VALUES('hall','6b68f38b173d482f902d1fd689f369cd',35);
INSERT INTO "subjects" VALUES('hall','6b68f38b173d482f902d1fd689f369cd',36);
INSERT INTO "subjects" VALUES('hall','6b68f38b173d482f902d1fd689f369cd',37);
INSERT INTO "subjects" VALUES('hall','6b68f38b173d482f902d1fd689f369cd',38);
INSERT INTO "subjects" VALUES('hall','4b383ad139ac4923a4a0779801c52979',39);
INSERT INTO "subjects" VALUES('hall','6b68f38b173d482f902d1fd689f369cd',39);
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
CREATE INDEX ix_cases_office_item ON cases (office, item);
CREATE INDEX ix_cases_office_arrival ON cases (office, arrival);
CREATE INDEX ix_cases_office_handover ON cases (office, handover);
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
COMMIT;
