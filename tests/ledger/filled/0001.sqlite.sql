BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
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
	CONSTRAINT ck_arrivals_count_not_negative CHECK (count >= 0), 
	CONSTRAINT ck_arrivals_declared_positive CHECK (declared_count > 0), 
	CONSTRAINT fk_arrivals_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id), 
	CONSTRAINT fk_arrivals_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id)
);
INSERT INTO "arrivals" VALUES('hall','1822c05790e24eb39b26778fb1f8d628','日本郵便',2,'2020-10-31 01:40:04.000000','02',NULL,'327111f1a661469db6397c398455cbcc','2020-10-31 01:40:05.000000',2,'closed');
CREATE TABLE cases (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	what VARCHAR(30) NOT NULL, 
	author CHAR(32) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	arrival CHAR(32), 
	item CHAR(32), 
	handover CHAR(32), 
	text TEXT, 
	scan JSON, 
	settled_by CHAR(32), 
	reason TEXT, 
	CONSTRAINT pk_cases PRIMARY KEY (office, id), 
	CONSTRAINT ck_cases_settled_with_reason CHECK ((settled_by IS NULL) = (reason IS NULL)), 
	CONSTRAINT fk_cases_office_arrival FOREIGN KEY(office, arrival) REFERENCES arrivals (office, id), 
	CONSTRAINT fk_cases_office_author FOREIGN KEY(office, author) REFERENCES people (office, id), 
	CONSTRAINT fk_cases_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT fk_cases_office_item FOREIGN KEY(office, item) REFERENCES items (office, id), 
	CONSTRAINT fk_cases_office_settled_by FOREIGN KEY(office, settled_by) REFERENCES people (office, id)
);
CREATE TABLE credentials (
	office VARCHAR(40) NOT NULL, 
	person CHAR(32) NOT NULL, 
	badge VARCHAR(40) NOT NULL, 
	pin_hash VARCHAR(200) NOT NULL, 
	failures INTEGER NOT NULL, 
	failed_at DATETIME, 
	CONSTRAINT pk_credentials PRIMARY KEY (office, person), 
	CONSTRAINT uq_credentials_office_badge UNIQUE (office, badge)
);
INSERT INTO "credentials" VALUES('hall','32f4dc67ceb64c728d807b1f4c5ad04c','STN8V7SPCH8425Q','$argon2id$v=19$m=8,t=1,p=1$EVeK4Ct32a9XUcCJDn+dzQ$CUXUb+vHmu7u1ZfJhRTB2LqNn49GPx1uOWF2slV2zrU',0,NULL);
INSERT INTO "credentials" VALUES('hall','15091b9449054e4cbfaa5e6a6c320e58','STNSNNHMD3ZFQB0','$argon2id$v=19$m=8,t=1,p=1$FkmVo15zVn2/B7rFh35awg$MYdmb86p79Ax8rD0x0vwelpbobGafD4gBZXe57Z0Yq0',0,NULL);
INSERT INTO "credentials" VALUES('hall','327111f1a661469db6397c398455cbcc','STN5R1WGH6E692T','$argon2id$v=19$m=8,t=1,p=1$XmL9GD6WFqgjBxUr8fxwqg$qVk2dYuUdyKnYQw4hZoVUsTBIbeDpb8AZEBimijpXUI',0,NULL);
INSERT INTO "credentials" VALUES('hall','196e8df994ce4e5da561d1e83a73241b','STN79ENSKBXCZBQ','$argon2id$v=19$m=8,t=1,p=1$/zvi4oTOKm6EyFI+mIgFUA$9x2pjEgGJPXiZmbxVuQe8XDZtHzaDw5qOfemEILoGI0',0,NULL);
INSERT INTO "credentials" VALUES('hall','1141c402967d44ad87efd529f26a9d90','STNB2FZ45EBKMT7','$argon2id$v=19$m=8,t=1,p=1$8tRXXIj6uSFV1TMTptXFLQ$/PA7LwIiGCzznCNbUISo6CsL1N5yYjVMWgH6SRqQ6xY',0,NULL);
INSERT INTO "credentials" VALUES('hall','a7d3f7628ed64eb8b5aa15e2ed8ec988','STN3V5AN9MK7MK3','$argon2id$v=19$m=8,t=1,p=1$E75TShFnNLhvzsOU4yOKtg$4i/tJymUvHc32Gh9Vtqu4tS4hLZszg2Ufjm3sTsY060',0,NULL);
INSERT INTO "credentials" VALUES('hall','42f33205575f4f3e85d16151966bcc3c','STN9ZX36SQPG6C5','$argon2id$v=19$m=8,t=1,p=1$zI3W05Ph+YgouiBGmcP3pw$zmz3aVGDjY8J63Rflnggw2cnygRv60/Hu87TaJLeZic',0,NULL);
INSERT INTO "credentials" VALUES('hall','93f3cacd975749619eff363d16498dae','STN50JKQ938EPFF','$argon2id$v=19$m=8,t=1,p=1$3kO0gslPQGJGyuoimY5XLA$i4Ym8RIcAFzNFopD4wWvEezcOxiA+PlGtijHLIDIcLc',0,NULL);
CREATE TABLE departments (
	office VARCHAR(40) NOT NULL, 
	id VARCHAR(20) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	kana VARCHAR(240) NOT NULL, 
	aliases JSON NOT NULL, 
	sorts_mail BOOLEAN NOT NULL, 
	CONSTRAINT pk_departments PRIMARY KEY (office, id)
);
INSERT INTO "departments" VALUES('hall','01','宿直室','しゅくちょくしつ','[]',0);
INSERT INTO "departments" VALUES('hall','02','総務','そうむ','[]',1);
INSERT INTO "departments" VALUES('hall','03','出納室','すいとうしつ','["\u4f1a\u8a08\u8ab2"]',0);
INSERT INTO "departments" VALUES('hall','04','経営企画','けいえいきかく','["\u6c34\u9053"]',0);
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
INSERT INTO "handover_items" VALUES('hall','31c80a3e4aff4bddbf560549a85628e2','df69d44ba45a408c9ff57a661662ea29',1,1);
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
	CONSTRAINT ck_handovers_sealed_is_signed CHECK (phase <> 'sealed' OR (giver_signer IS NOT NULL AND receiver_signer IS NOT NULL AND digest IS NOT NULL AND sealed_at IS NOT NULL)), 
	CONSTRAINT ck_handovers_two_departments CHECK (giver <> receiver), 
	CONSTRAINT ck_handovers_two_signers CHECK (giver_signer <> receiver_signer), 
	CONSTRAINT fk_handovers_office_giver FOREIGN KEY(office, giver) REFERENCES departments (office, id), 
	CONSTRAINT fk_handovers_office_giver_signer FOREIGN KEY(office, giver_signer) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_receiver FOREIGN KEY(office, receiver) REFERENCES departments (office, id), 
	CONSTRAINT fk_handovers_office_receiver_signer FOREIGN KEY(office, receiver_signer) REFERENCES people (office, id)
);
INSERT INTO "handovers" VALUES('hall','31c80a3e4aff4bddbf560549a85628e2','02','03','327111f1a661469db6397c398455cbcc','2020-10-31 01:40:13.000000','sealed','ae18479376e73987718e8fa36373007e3e73a58f9d650896a08d7cbb502b4540','327111f1a661469db6397c398455cbcc','a7d3f7628ed64eb8b5aa15e2ed8ec988','2020-10-31 01:40:19.000000');
CREATE TABLE heads (
	office VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_heads PRIMARY KEY (office)
);
INSERT INTO "heads" VALUES('hall',39,'e6ac5ed92266560974b83e63e2a820824f4f111fafa45eae48437ec185a5ae07','2020-10-31 01:40:19.000000');
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
	CONSTRAINT ck_items_words_by_two CHECK (first_by <> check_by), 
	CONSTRAINT ck_items_route_by_two CHECK (route IS NULL OR (route_first_by IS NOT NULL AND route_check_by IS NOT NULL AND route_first_by <> route_check_by)), 
	CONSTRAINT fk_items_office_arrival FOREIGN KEY(office, arrival) REFERENCES arrivals (office, id), 
	CONSTRAINT fk_items_office_expected FOREIGN KEY(office, expected) REFERENCES expected_items (office, id), 
	CONSTRAINT fk_items_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT fk_items_office_holder FOREIGN KEY(office, holder) REFERENCES departments (office, id), 
	CONSTRAINT fk_items_office_route FOREIGN KEY(office, route) REFERENCES departments (office, id), 
	CONSTRAINT fk_items_office_route_check_by FOREIGN KEY(office, route_check_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_route_first_by FOREIGN KEY(office, route_first_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_taken_in_by FOREIGN KEY(office, taken_in_by) REFERENCES people (office, id)
);
INSERT INTO "items" VALUES('hall','df69d44ba45a408c9ff57a661662ea29','1822c05790e24eb39b26778fb1f8d628','13112383852','{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'327111f1a661469db6397c398455cbcc','2020-10-31 01:40:06.000000',23,'03','2020-10-31 01:40:19.000000','held','03','327111f1a661469db6397c398455cbcc','196e8df994ce4e5da561d1e83a73241b',NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO "items" VALUES('hall','66d42a6752374ec09d8c7fcf53d80e75','1822c05790e24eb39b26778fb1f8d628','20112345676','{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'327111f1a661469db6397c398455cbcc','2020-10-31 01:40:07.000000',24,'02','2020-10-31 01:40:07.000000','held','03','327111f1a661469db6397c398455cbcc','196e8df994ce4e5da561d1e83a73241b',NULL,NULL,NULL,NULL,0,NULL);
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
INSERT INTO "journal" VALUES('hall',1,'368fcfdd34b644f79359439f9f10d81e',0,'office_founded','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"368fcfdd-34b6-44f7-9359-439f9f10d81e","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}','8bbc045fa9b948930498f3f0655ecfd25ac5cd5e4ac2ef1a46305739114b79d0');
INSERT INTO "journal" VALUES('hall',2,'368fcfdd34b644f79359439f9f10d81e',1,'department_opened','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"368fcfdd-34b6-44f7-9359-439f9f10d81e","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"8bbc045fa9b948930498f3f0655ecfd25ac5cd5e4ac2ef1a46305739114b79d0","seq":2,"terminal":"console","version":1}','4497dec268cd65cc82252204b82c3a439709b65b1e215914574e4d917b0fc4cd');
INSERT INTO "journal" VALUES('hall',3,'368fcfdd34b644f79359439f9f10d81e',2,'person_enrolled','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"368fcfdd-34b6-44f7-9359-439f9f10d81e","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"3670854ca5c1bb846d36efa9493b9abb15de6bc65762b6d2b90b978a19be2ed0","id":"1d3750e5-9fb1-41f9-bacd-7426914cacd5"},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","roles":["administrator"]},"person":null,"position":2,"previous":"4497dec268cd65cc82252204b82c3a439709b65b1e215914574e4d917b0fc4cd","seq":3,"terminal":"console","version":1}','957a30277715b12eea8049b0c56b63d7649a7437f108717e0529e91194589701');
INSERT INTO "journal" VALUES('hall',4,'368fcfdd34b644f79359439f9f10d81e',3,'badge_issued','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"368fcfdd-34b6-44f7-9359-439f9f10d81e","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c"},"person":null,"position":3,"previous":"957a30277715b12eea8049b0c56b63d7649a7437f108717e0529e91194589701","seq":4,"terminal":"console","version":1}','c118384ab2f370da1859170436fb7736ff58ddce3ca348d42058229f0661592b');
INSERT INTO "journal" VALUES('hall',5,'467ba4d85caf4356abfe617bc365379b',0,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"467ba4d8-5caf-4356-abfe-617bc365379b","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":0,"previous":"c118384ab2f370da1859170436fb7736ff58ddce3ca348d42058229f0661592b","seq":5,"terminal":"test","version":1}','eb5f1682f851e2db7e4110bf9266ed0e394344e55d9652d3e02ce43855387e20');
INSERT INTO "journal" VALUES('hall',6,'467ba4d85caf4356abfe617bc365379b',1,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"467ba4d8-5caf-4356-abfe-617bc365379b","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":1,"previous":"eb5f1682f851e2db7e4110bf9266ed0e394344e55d9652d3e02ce43855387e20","seq":6,"terminal":"test","version":1}','61b803c045b87014cb324d39f72f26fb9db96d4ff63151cd872a2e2a2fd00936');
INSERT INTO "journal" VALUES('hall',7,'467ba4d85caf4356abfe617bc365379b',2,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"467ba4d8-5caf-4356-abfe-617bc365379b","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":2,"previous":"61b803c045b87014cb324d39f72f26fb9db96d4ff63151cd872a2e2a2fd00936","seq":7,"terminal":"test","version":1}','e79ac9e3c526eccc7ee8a881e4f18620fb62013692e2e481fb22edb32e5eb510');
INSERT INTO "journal" VALUES('hall',8,'cd654f4ed54342e4aacc83096e53b247',0,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"847d925bfe03c8eb854fa669e4ca4a427e97e8380e517f3c3048b4ef2fdbef27","id":"596f3a47-e29a-43e0-8382-640e62667502"},"person":"15091b94-4905-4e4c-bfaa-5e6a6c320e58","roles":["duty_officer"]},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":0,"previous":"e79ac9e3c526eccc7ee8a881e4f18620fb62013692e2e481fb22edb32e5eb510","seq":8,"terminal":"test","version":1}','b83761deafac7efd16587c459c85cdb7d733140a834cd6a0b07180b09e13bc8d');
INSERT INTO "journal" VALUES('hall',9,'cd654f4ed54342e4aacc83096e53b247',1,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"820d5b3e976e84989647a89b2980d396e46da721cb1c64717e8e9cf557215101","id":"04704ff7-0704-49f9-9e8b-2ebd8e221b29"},"person":"327111f1-a661-469d-b639-7c398455cbcc","roles":["clerk"]},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":1,"previous":"b83761deafac7efd16587c459c85cdb7d733140a834cd6a0b07180b09e13bc8d","seq":9,"terminal":"test","version":1}','04ccae3fa35c50b4bd36a6987d99f31693c5087bfbd4dd846bd773dd95d934e3');
INSERT INTO "journal" VALUES('hall',10,'cd654f4ed54342e4aacc83096e53b247',2,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"9380696fb7f7630254cbbb44a4fefd31f6432e4879206f9c646c23dba89de53c","id":"add53abb-5534-4a89-9f5c-88618bc46dce"},"person":"196e8df9-94ce-4e5d-a561-d1e83a73241b","roles":["clerk"]},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":2,"previous":"04ccae3fa35c50b4bd36a6987d99f31693c5087bfbd4dd846bd773dd95d934e3","seq":10,"terminal":"test","version":1}','e2bb183c9e4df5e76d382dc5897f37eff7eefb984208ae3528140e3c378f00b9');
INSERT INTO "journal" VALUES('hall',11,'cd654f4ed54342e4aacc83096e53b247',3,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"25f20369d49d1e4a1c6ffad0b3ac471e26b0847feeac72e6d86a4841e4944572","id":"fb4e5a9e-4be7-470a-8de5-cc8fdd798513"},"person":"1141c402-967d-44ad-87ef-d529f26a9d90","roles":["supervisor"]},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":3,"previous":"e2bb183c9e4df5e76d382dc5897f37eff7eefb984208ae3528140e3c378f00b9","seq":11,"terminal":"test","version":1}','563cbf54d2a92a07170668ecb1bcca8c99e8b538e973aec25f6f345c6640f175');
INSERT INTO "journal" VALUES('hall',12,'cd654f4ed54342e4aacc83096e53b247',4,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"7256fcda773396ba992d732fa8fdd727ecc1a7397a1bf86f754b23e3771bb3e6","id":"feb6887b-ad83-485b-afc8-13a03e60a3ac"},"person":"a7d3f762-8ed6-4eb8-b5aa-15e2ed8ec988","roles":["receiver"]},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":4,"previous":"563cbf54d2a92a07170668ecb1bcca8c99e8b538e973aec25f6f345c6640f175","seq":12,"terminal":"test","version":1}','0afdda60dabac73ae4cc0503becce9d81051be76dcd5a848e4b776ed678ea365');
INSERT INTO "journal" VALUES('hall',13,'cd654f4ed54342e4aacc83096e53b247',5,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"b17e9dabb785fac5910aa83f2bb6c6a85bf9a52cc7f182e4c47a6e49be8a435a","id":"c90c6f97-cd89-4db5-8bb0-146aab32a4da"},"person":"42f33205-575f-4f3e-85d1-6151966bcc3c","roles":["receiver"]},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":5,"previous":"0afdda60dabac73ae4cc0503becce9d81051be76dcd5a848e4b776ed678ea365","seq":13,"terminal":"test","version":1}','aa0a4374abd7a1313d31d381b891810f0863da2318e0a3899fbe26dd73d74004');
INSERT INTO "journal" VALUES('hall',14,'cd654f4ed54342e4aacc83096e53b247',6,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"ce447f3604edc5c54dc136ead42dd2ad22293ae296393a1d1df44f46c04faf53","id":"8851a416-3740-43a0-aa7a-033bdb04b42c"},"person":"93f3cacd-9757-4961-9eff-363d16498dae","roles":["receiver"]},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":6,"previous":"aa0a4374abd7a1313d31d381b891810f0863da2318e0a3899fbe26dd73d74004","seq":14,"terminal":"test","version":1}','2a1fb1301952950d73862893e7813c31df526a7ae34836f4ca7b5b6db37c87d5');
INSERT INTO "journal" VALUES('hall',15,'cd654f4ed54342e4aacc83096e53b247',7,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"15091b94-4905-4e4c-bfaa-5e6a6c320e58"},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":7,"previous":"2a1fb1301952950d73862893e7813c31df526a7ae34836f4ca7b5b6db37c87d5","seq":15,"terminal":"test","version":1}','11b725fa61f1a8770e8e8956a3aecbb811d50c2e3c421458c67666ded5c3760b');
INSERT INTO "journal" VALUES('hall',16,'cd654f4ed54342e4aacc83096e53b247',8,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"327111f1-a661-469d-b639-7c398455cbcc"},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":8,"previous":"11b725fa61f1a8770e8e8956a3aecbb811d50c2e3c421458c67666ded5c3760b","seq":16,"terminal":"test","version":1}','922e7c73b158e72de44896c3cc60f0ca404b01f2c8cbdd175f930164dd39d22c');
INSERT INTO "journal" VALUES('hall',17,'cd654f4ed54342e4aacc83096e53b247',9,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"196e8df9-94ce-4e5d-a561-d1e83a73241b"},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":9,"previous":"922e7c73b158e72de44896c3cc60f0ca404b01f2c8cbdd175f930164dd39d22c","seq":17,"terminal":"test","version":1}','e6f20730bf4ac0a3db316885693058ab5a935d14c2c276f4c9c1ec965ec5572a');
INSERT INTO "journal" VALUES('hall',18,'cd654f4ed54342e4aacc83096e53b247',10,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"1141c402-967d-44ad-87ef-d529f26a9d90"},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":10,"previous":"e6f20730bf4ac0a3db316885693058ab5a935d14c2c276f4c9c1ec965ec5572a","seq":18,"terminal":"test","version":1}','f9926d99de5278f54048625a4ee2b00ff5f997e2fa2c047f50a0200ac1da0c37');
INSERT INTO "journal" VALUES('hall',19,'cd654f4ed54342e4aacc83096e53b247',11,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"a7d3f762-8ed6-4eb8-b5aa-15e2ed8ec988"},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":11,"previous":"f9926d99de5278f54048625a4ee2b00ff5f997e2fa2c047f50a0200ac1da0c37","seq":19,"terminal":"test","version":1}','b33c734a5f0c49d6fd53784267a5d5096963b77657454b56939ee9cce15209f9');
INSERT INTO "journal" VALUES('hall',20,'cd654f4ed54342e4aacc83096e53b247',12,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"42f33205-575f-4f3e-85d1-6151966bcc3c"},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":12,"previous":"b33c734a5f0c49d6fd53784267a5d5096963b77657454b56939ee9cce15209f9","seq":20,"terminal":"test","version":1}','1bd15bdb07bc7b2a8108b27b7080a9dd882626d5fdf244f8b7c7964b033420b1');
INSERT INTO "journal" VALUES('hall',21,'cd654f4ed54342e4aacc83096e53b247',13,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"cd654f4e-d543-42e4-aacc-83096e53b247","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"93f3cacd-9757-4961-9eff-363d16498dae"},"person":"32f4dc67-ceb6-4c72-8d80-7b1f4c5ad04c","position":13,"previous":"1bd15bdb07bc7b2a8108b27b7080a9dd882626d5fdf244f8b7c7964b033420b1","seq":21,"terminal":"test","version":1}','61e8ab17bded004b6233e36b4e36efd5109e9ed28f00406a229a15d8bd233094');
INSERT INTO "journal" VALUES('hall',22,'1822c05790e24eb39b26778fb1f8d628',0,'arrival_opened','{"act":"open_arrival","at":"2020-10-31T01:40:05.000000Z","deed":"1822c057-90e2-4eb3-9b26-778fb1f8d628","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"1822c057-90e2-4eb3-9b26-778fb1f8d628","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"327111f1-a661-469d-b639-7c398455cbcc","position":0,"previous":"61e8ab17bded004b6233e36b4e36efd5109e9ed28f00406a229a15d8bd233094","seq":22,"terminal":"test","version":1}','1518d60745a758277a6bde420d1bc747c45604fb57e3f6903482102b5fe7022f');
INSERT INTO "journal" VALUES('hall',23,'df69d44ba45a408c9ff57a661662ea29',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"df69d44b-a45a-408c-9ff5-7a661662ea29","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"1822c057-90e2-4eb3-9b26-778fb1f8d628","expected":null,"item":"df69d44b-a45a-408c-9ff5-7a661662ea29","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"327111f1-a661-469d-b639-7c398455cbcc","position":0,"previous":"1518d60745a758277a6bde420d1bc747c45604fb57e3f6903482102b5fe7022f","seq":23,"terminal":"test","version":1}','9ad239cccd24e57fd5d58daa77651088fb0f7c647046d9e1c0181064727c3427');
INSERT INTO "journal" VALUES('hall',24,'66d42a6752374ec09d8c7fcf53d80e75',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:07.000000Z","deed":"66d42a67-5237-4ec0-9d8c-7fcf53d80e75","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"1822c057-90e2-4eb3-9b26-778fb1f8d628","expected":null,"item":"66d42a67-5237-4ec0-9d8c-7fcf53d80e75","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"327111f1-a661-469d-b639-7c398455cbcc","position":0,"previous":"9ad239cccd24e57fd5d58daa77651088fb0f7c647046d9e1c0181064727c3427","seq":24,"terminal":"test","version":1}','28e89a41953a645c2fd874342c763e86532db73bff4080701874d15a59beb287');
INSERT INTO "journal" VALUES('hall',25,'533102bc4fc9492194bea6f76ee7f786',0,'arrival_closed','{"act":"close_arrival","at":"2020-10-31T01:40:08.000000Z","deed":"533102bc-4fc9-4921-94be-a6f76ee7f786","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"1822c057-90e2-4eb3-9b26-778fb1f8d628","count":2},"person":"327111f1-a661-469d-b639-7c398455cbcc","position":0,"previous":"28e89a41953a645c2fd874342c763e86532db73bff4080701874d15a59beb287","seq":25,"terminal":"test","version":1}','a6592d6b43a65fe6c635d1f3d8f5f1137b216fc9c2f7f2b09747e7400e6e263e');
INSERT INTO "journal" VALUES('hall',26,'e8e3cd0069484b029b5cf4ac92b5dfbb',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:09.000000Z","deed":"e8e3cd00-6948-4b02-9b5c-f4ac92b5dfbb","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"df69d44b-a45a-408c-9ff5-7a661662ea29"},"person":"327111f1-a661-469d-b639-7c398455cbcc","position":0,"previous":"a6592d6b43a65fe6c635d1f3d8f5f1137b216fc9c2f7f2b09747e7400e6e263e","seq":26,"terminal":"test","version":1}','d93073007afc9a1cc95c9deec6eecac43589c7516df0cd09a5a26b8d6e99cb34');
INSERT INTO "journal" VALUES('hall',27,'cb43a732575d4382bc5522a9a21e00ca',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"cb43a732-575d-4382-bc55-22a9a21e00ca","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"df69d44b-a45a-408c-9ff5-7a661662ea29"},"person":"196e8df9-94ce-4e5d-a561-d1e83a73241b","position":0,"previous":"d93073007afc9a1cc95c9deec6eecac43589c7516df0cd09a5a26b8d6e99cb34","seq":27,"terminal":"test","version":1}','78f7a012d2051bfd68c8ed1884ad3187b1c3d7ec95375c2128d9678ff8da87cc');
INSERT INTO "journal" VALUES('hall',28,'cb43a732575d4382bc5522a9a21e00ca',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"cb43a732-575d-4382-bc55-22a9a21e00ca","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"196e8df9-94ce-4e5d-a561-d1e83a73241b","department":"03","first_by":"327111f1-a661-469d-b639-7c398455cbcc","item":"df69d44b-a45a-408c-9ff5-7a661662ea29"},"person":"196e8df9-94ce-4e5d-a561-d1e83a73241b","position":1,"previous":"78f7a012d2051bfd68c8ed1884ad3187b1c3d7ec95375c2128d9678ff8da87cc","seq":28,"terminal":"test","version":1}','81a2d604baf6a3722d91bfd3044c19b57e59061113e83f1ca642fdb92c85538a');
INSERT INTO "journal" VALUES('hall',29,'8746f04e1b0a445aa3c766b491792275',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:11.000000Z","deed":"8746f04e-1b0a-445a-a3c7-66b491792275","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"66d42a67-5237-4ec0-9d8c-7fcf53d80e75"},"person":"327111f1-a661-469d-b639-7c398455cbcc","position":0,"previous":"81a2d604baf6a3722d91bfd3044c19b57e59061113e83f1ca642fdb92c85538a","seq":29,"terminal":"test","version":1}','da5d53b407a33f80849fe066b99995adba5ff6892b9c49a6418cd19f111796bc');
INSERT INTO "journal" VALUES('hall',30,'5c55adc78fd043b6a715d7792c7099f5',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"5c55adc7-8fd0-43b6-a715-d7792c7099f5","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"66d42a67-5237-4ec0-9d8c-7fcf53d80e75"},"person":"196e8df9-94ce-4e5d-a561-d1e83a73241b","position":0,"previous":"da5d53b407a33f80849fe066b99995adba5ff6892b9c49a6418cd19f111796bc","seq":30,"terminal":"test","version":1}','1c2cae878676852775797ec8bccc9da2cfb2aac61d606257a876ec3d9cfa5f21');
INSERT INTO "journal" VALUES('hall',31,'5c55adc78fd043b6a715d7792c7099f5',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"5c55adc7-8fd0-43b6-a715-d7792c7099f5","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"196e8df9-94ce-4e5d-a561-d1e83a73241b","department":"03","first_by":"327111f1-a661-469d-b639-7c398455cbcc","item":"66d42a67-5237-4ec0-9d8c-7fcf53d80e75"},"person":"196e8df9-94ce-4e5d-a561-d1e83a73241b","position":1,"previous":"1c2cae878676852775797ec8bccc9da2cfb2aac61d606257a876ec3d9cfa5f21","seq":31,"terminal":"test","version":1}','b931f943efe62c6a44649b791c7bc0a68b1df373e3d725a03799173d42f7fbc3');
INSERT INTO "journal" VALUES('hall',32,'31c80a3e4aff4bddbf560549a85628e2',0,'handover_opened','{"act":"open_handover","at":"2020-10-31T01:40:13.000000Z","deed":"31c80a3e-4aff-4bdd-bf56-0549a85628e2","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","handover":"31c80a3e-4aff-4bdd-bf56-0549a85628e2","receiver":"03"},"person":"327111f1-a661-469d-b639-7c398455cbcc","position":0,"previous":"b931f943efe62c6a44649b791c7bc0a68b1df373e3d725a03799173d42f7fbc3","seq":32,"terminal":"test","version":1}','b25e5dca16c4fec62a4b693594d8a89034af1efb7ff937463e3fa05c42e0fd8c');
INSERT INTO "journal" VALUES('hall',33,'065748e38a1b4ade8bcf3e19af41258c',0,'item_offered','{"act":"offer","at":"2020-10-31T01:40:14.000000Z","deed":"065748e3-8a1b-4ade-8bcf-3e19af41258c","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"31c80a3e-4aff-4bdd-bf56-0549a85628e2","item":"df69d44b-a45a-408c-9ff5-7a661662ea29"},"person":"327111f1-a661-469d-b639-7c398455cbcc","position":0,"previous":"b25e5dca16c4fec62a4b693594d8a89034af1efb7ff937463e3fa05c42e0fd8c","seq":33,"terminal":"test","version":1}','286e0a14e8bf319e016175290ae2f68c3e81e6b96d7a8018b4049eb944a36f0d');
INSERT INTO "journal" VALUES('hall',34,'021cdf1950e442ba9da9b8d2208135b5',0,'set_offered','{"act":"finish_offer","at":"2020-10-31T01:40:15.000000Z","deed":"021cdf19-50e4-42ba-9da9-b8d2208135b5","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"31c80a3e-4aff-4bdd-bf56-0549a85628e2"},"person":"327111f1-a661-469d-b639-7c398455cbcc","position":0,"previous":"286e0a14e8bf319e016175290ae2f68c3e81e6b96d7a8018b4049eb944a36f0d","seq":34,"terminal":"test","version":1}','3517a982511fd7f959fd532ccf05f44e76b2fa2bb338fa658a3bd7355eaf82b3');
INSERT INTO "journal" VALUES('hall',35,'8609ffdd47b84f298363d3cf157711f1',0,'item_received','{"act":"receive","at":"2020-10-31T01:40:16.000000Z","deed":"8609ffdd-47b8-4f29-8363-d3cf157711f1","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"handover":"31c80a3e-4aff-4bdd-bf56-0549a85628e2","item":"df69d44b-a45a-408c-9ff5-7a661662ea29"},"person":"a7d3f762-8ed6-4eb8-b5aa-15e2ed8ec988","position":0,"previous":"3517a982511fd7f959fd532ccf05f44e76b2fa2bb338fa658a3bd7355eaf82b3","seq":35,"terminal":"test","version":1}','965641678f0fdaf94f5ca6d58236c0573110130d0b614d7e5238ad684579ee3a');
INSERT INTO "journal" VALUES('hall',36,'646f2af1dbae4ed1933bfdb276ff1041',0,'count_finished','{"act":"finish_count","at":"2020-10-31T01:40:17.000000Z","deed":"646f2af1-dbae-4ed1-933b-fdb276ff1041","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"digest":"ae18479376e73987718e8fa36373007e3e73a58f9d650896a08d7cbb502b4540","extra":[],"handover":"31c80a3e-4aff-4bdd-bf56-0549a85628e2","missing":[],"offered_count":1,"received_count":1},"person":"a7d3f762-8ed6-4eb8-b5aa-15e2ed8ec988","position":0,"previous":"965641678f0fdaf94f5ca6d58236c0573110130d0b614d7e5238ad684579ee3a","seq":36,"terminal":"test","version":1}','b04f4e0a4bcef6cc4018b7a10721940aeb42708c3560ce5dee5e1223875ba59a');
INSERT INTO "journal" VALUES('hall',37,'685569c7006146a6871df25e237fb64a',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"685569c7-0061-46a6-871d-f25e237fb64a","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"ae18479376e73987718e8fa36373007e3e73a58f9d650896a08d7cbb502b4540","handover":"31c80a3e-4aff-4bdd-bf56-0549a85628e2","side":"giver","signer":"327111f1-a661-469d-b639-7c398455cbcc"},"person":"327111f1-a661-469d-b639-7c398455cbcc","position":0,"previous":"b04f4e0a4bcef6cc4018b7a10721940aeb42708c3560ce5dee5e1223875ba59a","seq":37,"terminal":"test","version":1}','3c89fa918ebf9c5210418a917c299c6e00f8a501db94b1e92a9734a7bcb603e1');
INSERT INTO "journal" VALUES('hall',38,'d6c78969060d48678fa5901aa231880b',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"d6c78969-060d-4867-8fa5-901aa231880b","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"ae18479376e73987718e8fa36373007e3e73a58f9d650896a08d7cbb502b4540","handover":"31c80a3e-4aff-4bdd-bf56-0549a85628e2","side":"receiver","signer":"a7d3f762-8ed6-4eb8-b5aa-15e2ed8ec988"},"person":"a7d3f762-8ed6-4eb8-b5aa-15e2ed8ec988","position":0,"previous":"3c89fa918ebf9c5210418a917c299c6e00f8a501db94b1e92a9734a7bcb603e1","seq":38,"terminal":"test","version":1}','f73150072c4470385fbff460c5fe6ec777f77552a6906139f61a5583cc688067');
INSERT INTO "journal" VALUES('hall',39,'d6c78969060d48678fa5901aa231880b',1,'handover_sealed','{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"d6c78969-060d-4867-8fa5-901aa231880b","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"ae18479376e73987718e8fa36373007e3e73a58f9d650896a08d7cbb502b4540","giver":"02","giver_signer":"327111f1-a661-469d-b639-7c398455cbcc","handover":"31c80a3e-4aff-4bdd-bf56-0549a85628e2","items":["df69d44b-a45a-408c-9ff5-7a661662ea29"],"receiver":"03","receiver_signer":"a7d3f762-8ed6-4eb8-b5aa-15e2ed8ec988"},"person":"a7d3f762-8ed6-4eb8-b5aa-15e2ed8ec988","position":1,"previous":"f73150072c4470385fbff460c5fe6ec777f77552a6906139f61a5583cc688067","seq":39,"terminal":"test","version":1}','e6ac5ed92266560974b83e63e2a820824f4f111fafa45eae48437ec185a5ae07');
CREATE TABLE people (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	name_id CHAR(32) NOT NULL, 
	name_digest VARCHAR(64) NOT NULL, 
	department VARCHAR(20) NOT NULL, 
	roles JSON NOT NULL, 
	has_badge BOOLEAN NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (office, id), 
	CONSTRAINT fk_people_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id)
);
INSERT INTO "people" VALUES('hall','32f4dc67ceb64c728d807b1f4c5ad04c','1d3750e59fb141f9bacd7426914cacd5','3670854ca5c1bb846d36efa9493b9abb15de6bc65762b6d2b90b978a19be2ed0','01','["administrator"]',1);
INSERT INTO "people" VALUES('hall','15091b9449054e4cbfaa5e6a6c320e58','596f3a47e29a43e08382640e62667502','847d925bfe03c8eb854fa669e4ca4a427e97e8380e517f3c3048b4ef2fdbef27','01','["duty_officer"]',1);
INSERT INTO "people" VALUES('hall','327111f1a661469db6397c398455cbcc','04704ff7070449f99e8b2ebd8e221b29','820d5b3e976e84989647a89b2980d396e46da721cb1c64717e8e9cf557215101','02','["clerk"]',1);
INSERT INTO "people" VALUES('hall','196e8df994ce4e5da561d1e83a73241b','add53abb55344a899f5c88618bc46dce','9380696fb7f7630254cbbb44a4fefd31f6432e4879206f9c646c23dba89de53c','02','["clerk"]',1);
INSERT INTO "people" VALUES('hall','1141c402967d44ad87efd529f26a9d90','fb4e5a9e4be7470a8de5cc8fdd798513','25f20369d49d1e4a1c6ffad0b3ac471e26b0847feeac72e6d86a4841e4944572','02','["supervisor"]',1);
INSERT INTO "people" VALUES('hall','a7d3f7628ed64eb8b5aa15e2ed8ec988','feb6887bad83485bafc813a03e60a3ac','7256fcda773396ba992d732fa8fdd727ecc1a7397a1bf86f754b23e3771bb3e6','03','["receiver"]',1);
INSERT INTO "people" VALUES('hall','42f33205575f4f3e85d16151966bcc3c','c90c6f97cd894db58bb0146aab32a4da','b17e9dabb785fac5910aa83f2bb6c6a85bf9a52cc7f182e4c47a6e49be8a435a','04','["receiver"]',1);
INSERT INTO "people" VALUES('hall','93f3cacd975749619eff363d16498dae','8851a416374043a0aa7a033bdb04b42c','ce447f3604edc5c54dc136ead42dd2ad22293ae296393a1d1df44f46c04faf53','04','["receiver"]',1);
CREATE TABLE personal_data (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	media_type VARCHAR(60) NOT NULL, 
	salt BLOB NOT NULL, 
	value BLOB NOT NULL, 
	kept_since DATETIME NOT NULL, 
	CONSTRAINT pk_personal_data PRIMARY KEY (office, id)
);
INSERT INTO "personal_data" VALUES('hall','1d3750e59fb141f9bacd7426914cacd5','text/plain; charset=utf-8',X'C96F6E6201883437964C467D90C400EF',X'E7AEA1E79086E88085','2020-10-31 01:40:01.000000');
INSERT INTO "personal_data" VALUES('hall','8851a416374043a0aa7a033bdb04b42c','text/plain; charset=utf-8',X'3ECD4C1BFC5C9A6C42AF7CCAC2C8A5CB',X'776174657232','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','fb4e5a9e4be7470a8de5cc8fdd798513','text/plain; charset=utf-8',X'8A3365284C4CC82B6DCA9E237C4B62DA',X'73757065727669736F72','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','596f3a47e29a43e08382640e62667502','text/plain; charset=utf-8',X'31FC0370486F44125F12EAB383106D80',X'64757479','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','c90c6f97cd894db58bb0146aab32a4da','text/plain; charset=utf-8',X'2A9D90E723C6DDB3D1DF8C6F554AFDED',X'7761746572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','add53abb55344a899f5c88618bc46dce','text/plain; charset=utf-8',X'FF19B62F2D29952F4F01C1A32C7354D4',X'636C65726B32','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','feb6887bad83485bafc813a03e60a3ac','text/plain; charset=utf-8',X'C3C7B1A88E292FAC23D06637524DC048',X'747265617375726572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','04704ff7070449f99e8b2ebd8e221b29','text/plain; charset=utf-8',X'F21EB8056531C0E64087BE29A072712F',X'636C65726B','2020-10-31 01:40:03.000000');
CREATE TABLE sessions (
	office VARCHAR(40) NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	person CHAR(32) NOT NULL, 
	terminal VARCHAR(60) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	seen_at DATETIME NOT NULL, 
	CONSTRAINT pk_sessions PRIMARY KEY (office, token_hash)
);
CREATE TABLE subjects (
	office VARCHAR(40) NOT NULL, 
	subject CHAR(32) NOT NULL, 
	seq BIGINT NOT NULL, 
	CONSTRAINT pk_subjects PRIMARY KEY (office, subject, seq)
);
INSERT INTO "subjects" VALUES('hall','32f4dc67ceb64c728d807b1f4c5ad04c',3);
INSERT INTO "subjects" VALUES('hall','32f4dc67ceb64c728d807b1f4c5ad04c',4);
INSERT INTO "subjects" VALUES('hall','15091b9449054e4cbfaa5e6a6c320e58',8);
INSERT INTO "subjects" VALUES('hall','327111f1a661469db6397c398455cbcc',9);
INSERT INTO "subjects" VALUES('hall','196e8df994ce4e5da561d1e83a73241b',10);
INSERT INTO "subjects" VALUES('hall','1141c402967d44ad87efd529f26a9d90',11);
INSERT INTO "subjects" VALUES('hall','a7d3f7628ed64eb8b5aa15e2ed8ec988',12);
INSERT INTO "subjects" VALUES('hall','42f33205575f4f3e85d16151966bcc3c',13);
INSERT INTO "subjects" VALUES('hall','93f3cacd975749619eff363d16498dae',14);
INSERT INTO "subjects" VALUES('hall','15091b9449054e4cbfaa5e6a6c320e58',15);
INSERT INTO "subjects" VALUES('hall','327111f1a661469db6397c398455cbcc',16);
INSERT INTO "subjects" VALUES('hall','196e8df994ce4e5da561d1e83a73241b',17);
INSERT INTO "subjects" VALUES('hall','1141c402967d44ad87efd529f26a9d90',18);
INSERT INTO "subjects" VALUES('hall','a7d3f7628ed64eb8b5aa15e2ed8ec988',19);
INSERT INTO "subjects" VALUES('hall','42f33205575f4f3e85d16151966bcc3c',20);
INSERT INTO "subjects" VALUES('hall','93f3cacd975749619eff363d16498dae',21);
INSERT INTO "subjects" VALUES('hall','1822c05790e24eb39b26778fb1f8d628',22);
INSERT INTO "subjects" VALUES('hall','1822c05790e24eb39b26778fb1f8d628',23);
INSERT INTO "subjects" VALUES('hall','df69d44ba45a408c9ff57a661662ea29',23);
INSERT INTO "subjects" VALUES('hall','1822c05790e24eb39b26778fb1f8d628',24);
INSERT INTO "subjects" VALUES('hall','66d42a6752374ec09d8c7fcf53d80e75',24);
INSERT INTO "subjects" VALUES('hall','1822c05790e24eb39b26778fb1f8d628',25);
INSERT INTO "subjects" VALUES('hall','df69d44ba45a408c9ff57a661662ea29',26);
INSERT INTO "subjects" VALUES('hall','df69d44ba45a408c9ff57a661662ea29',27);
INSERT INTO "subjects" VALUES('hall','df69d44ba45a408c9ff57a661662ea29',28);
INSERT INTO "subjects" VALUES('hall','66d42a6752374ec09d8c7fcf53d80e75',29);
INSERT INTO "subjects" VALUES('hall','66d42a6752374ec09d8c7fcf53d80e75',30);
INSERT INTO "subjects" VALUES('hall','66d42a6752374ec09d8c7fcf53d80e75',31);
INSERT INTO "subjects" VALUES('hall','31c80a3e4aff4bddbf560549a85628e2',32);
INSERT INTO "subjects" VALUES('hall','31c80a3e4aff4bddbf560549a85628e2',33);
INSERT INTO "subjects" VALUES('hall','df69d44ba45a408c9ff57a661662ea29',33);
INSERT INTO "subjects" VALUES('hall','31c80a3e4aff4bddbf560549a85628e2',34);
INSERT INTO "subjects" VALUES('hall','31c80a3e4aff4bddbf560549a85628e2',35);
INSERT INTO "subjects" VALUES('hall','df69d44ba45a408c9ff57a661662ea29',35);
INSERT INTO "subjects" VALUES('hall','31c80a3e4aff4bddbf560549a85628e2',36);
INSERT INTO "subjects" VALUES('hall','31c80a3e4aff4bddbf560549a85628e2',37);
INSERT INTO "subjects" VALUES('hall','31c80a3e4aff4bddbf560549a85628e2',38);
INSERT INTO "subjects" VALUES('hall','31c80a3e4aff4bddbf560549a85628e2',39);
INSERT INTO "subjects" VALUES('hall','df69d44ba45a408c9ff57a661662ea29',39);
CREATE INDEX ix_expected_items_office_list ON expected_items (office, list);
CREATE INDEX ix_expected_items_office_number ON expected_items (office, number);
CREATE INDEX ix_arrivals_office_status ON arrivals (office, status);
CREATE INDEX ix_handovers_office_phase ON handovers (office, phase);
CREATE INDEX ix_items_office_arrival ON items (office, arrival);
CREATE INDEX ix_items_office_holder_status ON items (office, holder, status);
CREATE INDEX ix_items_office_number ON items (office, number);
CREATE INDEX ix_cases_office_arrival ON cases (office, arrival);
CREATE INDEX ix_cases_office_handover ON cases (office, handover);
CREATE INDEX ix_cases_office_item ON cases (office, item);
CREATE INDEX ix_handover_items_office_item ON handover_items (office, item);
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END;
CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END;
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    WHEN NEW.seq <> 1 + COALESCE((SELECT MAX(seq) FROM journal WHERE office = NEW.office), 0)
    BEGIN SELECT RAISE(ABORT, 'law: the journal has no gap and no second line'); END;
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
