BEGIN TRANSACTION;
CREATE TABLE "absence" (
    "person" VARCHAR(100) NOT NULL  PRIMARY KEY,
    "delegate" VARCHAR(100) NOT NULL,
    "until" BIGINT NOT NULL,
    "at" BIGINT NOT NULL
);
CREATE TABLE "account_link" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "account" VARCHAR(300) NOT NULL,
    "principal" VARCHAR(140) NOT NULL,
    "at" BIGINT NOT NULL,
    "ended_at" BIGINT,
    CONSTRAINT "uid_account_lin_account_82792c" UNIQUE ("account", "principal")
);
CREATE TABLE "audit" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" VARCHAR(140) NOT NULL,
    "event" VARCHAR(60) NOT NULL,
    "subject" VARCHAR(100) NOT NULL,
    "detail" TEXT NOT NULL,
    "hash" VARCHAR(64) NOT NULL
);
INSERT INTO "audit" VALUES(1,1795898142464140,'engine','process.started','assent','{}','58402a82474875a8161c4c05170324a231eec2c5be513a9f441d93eaf7239c2e');
INSERT INTO "audit" VALUES(2,1795898142979542,'play:ann','run.started','tbyim7wptksfzo3izjcvtz565a','{}','a62db463c0871605ef50b206cb63e57ac8c3300a89737cdc5ba2eca060dc72f6');
INSERT INTO "audit" VALUES(3,1795898142979542,'engine','handoff.opened.approval','j2lx2h6bvrzqyhs7h77euvu4gu','{}','f96bda97bb5cd2a1c43e0a01fcff201746cde554d339d7ecd7ae86321ae226d8');
INSERT INTO "audit" VALUES(4,1795898142981109,'play:bob','run.started','rpghkhqg6op5frllvszssaeima','{}','165a1e960ad2c9ec11fc02ba026f156c077427a30879a62d79cd89bb52691089');
INSERT INTO "audit" VALUES(5,1795898142981109,'engine','handoff.opened.approval','fwaptc67szqfepo2o5nvo3nkq4','{}','43dea2bc76ba1d9a3c111d9b38e05e725540b7f3deab1f012c51dbbb55b31695');
INSERT INTO "audit" VALUES(6,1795898142988209,'play:cem','run.started','ezkwbmhhu4brlfzyh2sz2pnxsu','{}','d3ba7091877240fb6a6870816aea8522d6fc9f0e5211c032a5470177bfe202a3');
INSERT INTO "audit" VALUES(7,1795898142988209,'engine','handoff.opened.failure','qdnsblce6izr5d63qdehylw7ka','{}','1356dd89da8cc00e0da4bfb328022cbb8449d04ba05afe4c2616d22a2e1ecb32');
INSERT INTO "audit" VALUES(8,1795898142989998,'play:dov','run.started','pxmgk34eajg554g4djmv4aguk4','{}','686a95ae5f39d65a09ed2608d0d020f04ba3ecbb05c9fbec1bb17cecbe4ad9de');
INSERT INTO "audit" VALUES(9,1795898142989998,'engine','tool.intended','hpvldpkcdlgvtat6ekf4ezvtq','{"tool":"bank__give","run":"pxmgk34eajg554g4djmv4aguk4"}','c415d2bd0c8b9aee37ff2f0ccc43d72773e379fd073a1483f305ee376621c554');
INSERT INTO "audit" VALUES(10,1795898142990182,'engine','tool.unknown','hpvldpkcdlgvtat6ekf4ezvtq','{}','0e41f946ab4148169defba7f306641b288b666af5c55cf6a926bc17d98dca17a');
INSERT INTO "audit" VALUES(11,1795898142990182,'engine','handoff.opened.doubt','g6kzud42seksjh75xxfr4kfsyq','{}','a0030e235124199467da8e3f1329f78a68348bcdf724b5e2ee10d5312e638b58');
INSERT INTO "audit" VALUES(12,1795898142999152,'play:eve','run.started','nhw3sf7ujm43zjl5vtpk56mdnm','{}','47152187b31d2ead126f0c2ea75a827defe3a8e8951c77c049f6a86c4d3bb0d0');
INSERT INTO "audit" VALUES(13,1795898143056004,'ana','handoff.rejecting','fwaptc67szqfepo2o5nvo3nkq4','{"reason":"","via":"play:review"}','f50da825a0508bdca2e6ec26409377d0325490a53afad62f147778d1bf0ed70a');
CREATE TABLE "binding" (
    "place" VARCHAR(200) NOT NULL  PRIMARY KEY,
    "team" VARCHAR(100) NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "at" BIGINT NOT NULL
);
CREATE TABLE "binding_code" (
    "team" VARCHAR(100) NOT NULL  PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "told" VARCHAR(200) NOT NULL,
    "tries_left" INT NOT NULL,
    "expires_at" BIGINT NOT NULL
);
CREATE TABLE "board" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(300) NOT NULL UNIQUE,
    "version" BIGINT NOT NULL UNIQUE,
    "place" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "body" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);
INSERT INTO "board" VALUES(1,'tbyim7wptksfzo3izjcvtz565a.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795898142999981);
INSERT INTO "board" VALUES(2,'rpghkhqg6op5frllvszssaeima.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795898143000026);
INSERT INTO "board" VALUES(3,'ezkwbmhhu4brlfzyh2sz2pnxsu.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795898143008033);
INSERT INTO "board" VALUES(4,'tbyim7wptksfzo3izjcvtz565a.1.1',4,'play:review','card','{"handoff":"j2lx2h6bvrzqyhs7h77euvu4gu","short_id":"j2lx2h","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"8:35 PM UTC","opened_at":"2026-11-28T20:35:42.979542+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"8:35 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"8:35 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:j2lx2h6bvrzqyhs7h77euvu4gu:approve","label":"Approve","style":"positive"},{"token":"h1:j2lx2h6bvrzqyhs7h77euvu4gu:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:j2lx2h6bvrzqyhs7h77euvu4gu:more","label":"More…","style":"neutral"},{"token":"h1:j2lx2h6bvrzqyhs7h77euvu4gu:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:j2lx2h6bvrzqyhs7h77euvu4gu:open","label":"Open in private","style":"neutral"},{"token":"h1:j2lx2h6bvrzqyhs7h77euvu4gu:claim","label":"I look after this","style":"neutral"},{"token":"h1:j2lx2h6bvrzqyhs7h77euvu4gu:less","label":"Back","style":"neutral"}],"decided":false,"binding":["c9c2c5bbd8cc0e5f7acf47a499874f0f","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795898143008926);
INSERT INTO "board" VALUES(5,'pxmgk34eajg554g4djmv4aguk4.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795898143016343);
INSERT INTO "board" VALUES(6,'nhw3sf7ujm43zjl5vtpk56mdnm.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795898143016407);
INSERT INTO "board" VALUES(7,'rpghkhqg6op5frllvszssaeima.1.1',10,'play:review','card','{"handoff":"fwaptc67szqfepo2o5nvo3nkq4","short_id":"fwaptc","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"8:35 PM UTC","opened_at":"2026-11-28T20:35:42.981109+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"8:35 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"8:35 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:fwaptc67szqfepo2o5nvo3nkq4:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:fwaptc67szqfepo2o5nvo3nkq4:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:fwaptc67szqfepo2o5nvo3nkq4:because1","label":"Against our rules","style":"negative"},{"token":"h1:fwaptc67szqfepo2o5nvo3nkq4:because2","label":"Information is missing","style":"negative"},{"token":"h1:fwaptc67szqfepo2o5nvo3nkq4:because3","label":"Asked for twice","style":"negative"},{"token":"h1:fwaptc67szqfepo2o5nvo3nkq4:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:fwaptc67szqfepo2o5nvo3nkq4:more","label":"More…","style":"neutral"},{"token":"h1:fwaptc67szqfepo2o5nvo3nkq4:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:fwaptc67szqfepo2o5nvo3nkq4:open","label":"Open in private","style":"neutral"},{"token":"h1:fwaptc67szqfepo2o5nvo3nkq4:claim","label":"I look after this","style":"neutral"},{"token":"h1:fwaptc67szqfepo2o5nvo3nkq4:less","label":"Back","style":"neutral"}],"decided":false,"binding":["e289b570d6eac0a2485080181348e2f9","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795898143031638);
INSERT INTO "board" VALUES(8,'ezkwbmhhu4brlfzyh2sz2pnxsu.1.1',8,'play:review','card','{"handoff":"qdnsblce6izr5d63qdehylw7ka","short_id":"qdnsbl","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"8:35 PM UTC","opened_at":"2026-11-28T20:35:42.988209+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"8:35 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"8:35 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:qdnsblce6izr5d63qdehylw7ka:retry","label":"Retry","style":"neutral"},{"token":"h1:qdnsblce6izr5d63qdehylw7ka:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:qdnsblce6izr5d63qdehylw7ka:more","label":"More…","style":"neutral"},{"token":"h1:qdnsblce6izr5d63qdehylw7ka:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:qdnsblce6izr5d63qdehylw7ka:open","label":"Open in private","style":"neutral"},{"token":"h1:qdnsblce6izr5d63qdehylw7ka:claim","label":"I look after this","style":"neutral"},{"token":"h1:qdnsblce6izr5d63qdehylw7ka:less","label":"Back","style":"neutral"}],"decided":false,"binding":["1794c978ad1cc231537b18043a4d1ec8","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795898143036439);
INSERT INTO "board" VALUES(9,'pxmgk34eajg554g4djmv4aguk4.2.1',9,'play:review','card','{"handoff":"g6kzud42seksjh75xxfr4kfsyq","short_id":"g6kzud","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"8:35 PM UTC","opened_at":"2026-11-28T20:35:42.990182+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"hpvldpkcdlgvtat6ekf4ezvtq","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"8:35 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"8:35 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"8:35 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:g6kzud42seksjh75xxfr4kfsyq:ask_reference","label":"It happened","style":"positive"},{"token":"h1:g6kzud42seksjh75xxfr4kfsyq:retry","label":"It did not happen","style":"neutral"},{"token":"h1:g6kzud42seksjh75xxfr4kfsyq:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:g6kzud42seksjh75xxfr4kfsyq:more","label":"More…","style":"neutral"},{"token":"h1:g6kzud42seksjh75xxfr4kfsyq:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:g6kzud42seksjh75xxfr4kfsyq:open","label":"Open in private","style":"neutral"},{"token":"h1:g6kzud42seksjh75xxfr4kfsyq:claim","label":"I look after this","style":"neutral"},{"token":"h1:g6kzud42seksjh75xxfr4kfsyq:less","label":"Back","style":"neutral"}],"decided":false,"binding":["e1f6d6c611109058bef8f1286627af54","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795898143042600);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','j2lx2h6bvrzqyhs7h77euvu4gu');
INSERT INTO "card" VALUES(2,'play:review','7','fwaptc67szqfepo2o5nvo3nkq4');
INSERT INTO "card" VALUES(3,'play:review','8','qdnsblce6izr5d63qdehylw7ka');
INSERT INTO "card" VALUES(4,'play:review','9','g6kzud42seksjh75xxfr4kfsyq');
CREATE TABLE "challenge" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "contact" VARCHAR(254) NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "tries_left" INT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
CREATE TABLE "code_count" (
    "key" VARCHAR(80) NOT NULL  PRIMARY KEY,
    "contact" VARCHAR(254) NOT NULL,
    "chat" VARCHAR(100) NOT NULL,
    "at" BIGINT NOT NULL
);
CREATE TABLE "conversation" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(500) NOT NULL UNIQUE,
    "bot" VARCHAR(100) NOT NULL,
    "channel" VARCHAR(32) NOT NULL,
    "account" VARCHAR(100) NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "user_id" VARCHAR(100) NOT NULL,
    "user_name" TEXT NOT NULL,
    "locale" VARCHAR(35) NOT NULL,
    "proven" VARCHAR(254),
    "proven_at" BIGINT
);
INSERT INTO "conversation" VALUES(1,'playdefaultapproveplay:annann','approve','play','default','play:ann','ann','ann','en',NULL,NULL);
INSERT INTO "conversation" VALUES(2,'playdefaultapproveplay:bobbob','approve','play','default','play:bob','bob','bob','en',NULL,NULL);
INSERT INTO "conversation" VALUES(3,'playdefaultfailplay:cemcem','fail','play','default','play:cem','cem','cem','en',NULL,NULL);
INSERT INTO "conversation" VALUES(4,'playdefaultdoubtplay:dovdov','doubt','play','default','play:dov','dov','dov','en',NULL,NULL);
INSERT INTO "conversation" VALUES(5,'playdefaultgateplay:eveeve','gate','play','default','play:eve','eve','eve','en',NULL,NULL);
CREATE TABLE "decision" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "action" VARCHAR(12) NOT NULL,
    "person" VARCHAR(100),
    "person_name" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "via" VARCHAR(200) NOT NULL,
    "choice" VARCHAR(100),
    "handoff_id" VARCHAR(26) NOT NULL UNIQUE REFERENCES "handoff" ("id") ON DELETE RESTRICT
);
CREATE TABLE "effect" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(80) NOT NULL UNIQUE,
    "lane" VARCHAR(300) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "payload" TEXT NOT NULL,
    "rendered" TEXT,
    "attempts" INT NOT NULL,
    "due_at" BIGINT,
    "lease_until" BIGINT,
    "detail" TEXT
);
INSERT INTO "effect" VALUES(1,'tbyim7wptksfzo3izjcvtz565a.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'tbyim7wptksfzo3izjcvtz565a.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'rpghkhqg6op5frllvszssaeima.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'rpghkhqg6op5frllvszssaeima.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'ezkwbmhhu4brlfzyh2sz2pnxsu.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'ezkwbmhhu4brlfzyh2sz2pnxsu.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'pxmgk34eajg554g4djmv4aguk4.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'pxmgk34eajg554g4djmv4aguk4.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'nhw3sf7ujm43zjl5vtpk56mdnm.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'rpghkhqg6op5frllvszssaeima.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
CREATE TABLE "handoff" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "bot" VARCHAR(100) NOT NULL,
    "node" TEXT NOT NULL,
    "token" BIGINT NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "team" VARCHAR(100) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "question" TEXT NOT NULL,
    "places" TEXT NOT NULL,
    "requester" VARCHAR(140) NOT NULL,
    "opened_at" BIGINT NOT NULL,
    "due_at" BIGINT,
    "remind_at" BIGINT,
    "unreached" TEXT,
    "asked_by" VARCHAR(300),
    "progress" TEXT,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "handoff" VALUES('j2lx2h6bvrzqyhs7h77euvu4gu','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795898142979542,NULL,1795901742979542,NULL,NULL,NULL,1,'tbyim7wptksfzo3izjcvtz565a');
INSERT INTO "handoff" VALUES('fwaptc67szqfepo2o5nvo3nkq4','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795898142981109,NULL,1795901742981109,NULL,'play:ana@play:review',NULL,2,'rpghkhqg6op5frllvszssaeima');
INSERT INTO "handoff" VALUES('qdnsblce6izr5d63qdehylw7ka','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795898142988209,NULL,1795901742988209,NULL,NULL,NULL,3,'ezkwbmhhu4brlfzyh2sz2pnxsu');
INSERT INTO "handoff" VALUES('g6kzud42seksjh75xxfr4kfsyq','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"hpvldpkcdlgvtat6ekf4ezvtq","effect":"once","finding":"","sent_at":"2026-11-28T20:35:42.989998+00:00","detail":"the line went dead"},"retry_after":1795898182989998,"remind":[3600,86400]}','["play:review"]','play:dov',1795898142990182,NULL,1795901742990182,NULL,NULL,NULL,4,'pxmgk34eajg554g4djmv4aguk4');
CREATE TABLE "inbox" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "source" VARCHAR(300) NOT NULL UNIQUE,
    "state" VARCHAR(10) NOT NULL,
    "starts" INT NOT NULL,
    "payload" TEXT,
    "lease_by" VARCHAR(26),
    "lease_until" BIGINT,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "inbox" VALUES(1,'play/default/ann-1-10','done',0,NULL,NULL,NULL,1);
INSERT INTO "inbox" VALUES(2,'play/default/bob-2-20','done',0,NULL,NULL,NULL,2);
INSERT INTO "inbox" VALUES(3,'play/default/cem-3-x','done',0,NULL,NULL,NULL,3);
INSERT INTO "inbox" VALUES(4,'play/default/dov-4-30','done',0,NULL,NULL,NULL,4);
INSERT INTO "inbox" VALUES(5,'play/default/eve-5-hello','done',0,NULL,NULL,NULL,5);
CREATE TABLE "instance" (
    "name" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "value" TEXT NOT NULL
);
INSERT INTO "instance" VALUES('audit_head','13 f50da825a0508bdca2e6ec26409377d0325490a53afad62f147778d1bf0ed70a');
INSERT INTO "instance" VALUES('id','oqql6mht6xku5bxppdckuc2eau');
INSERT INTO "instance" VALUES('key','413180d52660ef890601e67e38a38e11245d0be3b5a0295d1231ae8ae1473288');
CREATE TABLE "link_code" (
    "key" VARCHAR(160) NOT NULL  PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL,
    "principal" VARCHAR(140) NOT NULL,
    "account" VARCHAR(300) NOT NULL,
    "told" VARCHAR(200) NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "used_by" VARCHAR(300)
);
CREATE TABLE "link_try" (
    "account" VARCHAR(300) NOT NULL  PRIMARY KEY,
    "tries" INT NOT NULL,
    "until" BIGINT NOT NULL
);
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795898142976811,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795898142979542,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795898142978055,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795898142981109,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795898142978570,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795898142988209,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795898142980161,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795898142990182,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795898142984042,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795898142999152,'bot','{"id":"auth-ask-address"}',5);
CREATE TABLE "mute" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "channel" VARCHAR(32) NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "uid_mute_person_138a27" UNIQUE ("person", "channel")
);
CREATE TABLE "run" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "bot" VARCHAR(100) NOT NULL,
    "status" VARCHAR(10) NOT NULL,
    "version" BIGINT NOT NULL,
    "started_at" BIGINT NOT NULL,
    "lease_until" BIGINT,
    "claims" INT NOT NULL,
    "state" TEXT NOT NULL,
    "erasable_since" BIGINT,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "workflow_id" VARCHAR(64) NOT NULL REFERENCES "workflow" ("hash") ON DELETE RESTRICT
);
INSERT INTO "run" VALUES('tbyim7wptksfzo3izjcvtz565a','approve','waiting',1,1795898142979514,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"j2lx2h6bvrzqyhs7h77euvu4gu"}],"next_token":3,"steps":2}',NULL,1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('rpghkhqg6op5frllvszssaeima','approve','waiting',2,1795898142981099,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"fwaptc67szqfepo2o5nvo3nkq4"}],"next_token":3,"steps":2}',NULL,2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('ezkwbmhhu4brlfzyh2sz2pnxsu','fail','stopped',1,1795898142988194,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"qdnsblce6izr5d63qdehylw7ka"}],"next_token":3,"steps":2}',NULL,3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('pxmgk34eajg554g4djmv4aguk4','doubt','stopped',2,1795898142989992,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"g6kzud42seksjh75xxfr4kfsyq"}],"next_token":3,"steps":2}',NULL,4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('nhw3sf7ujm43zjl5vtpk56mdnm','gate','waiting',1,1795898142999146,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',NULL,5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "seen_event" (
    "id" VARCHAR(100) NOT NULL  PRIMARY KEY,
    "at" BIGINT NOT NULL
);
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795898142979542,'[["t","default"],["ask","[decision]"]]','tbyim7wptksfzo3izjcvtz565a');
INSERT INTO "step" VALUES(2,1,1795898142981109,'[["t","default"],["ask","[decision]"]]','rpghkhqg6op5frllvszssaeima');
INSERT INTO "step" VALUES(3,1,1795898142988209,'[["t","default"],["look","[failure]"]]','ezkwbmhhu4brlfzyh2sz2pnxsu');
INSERT INTO "step" VALUES(4,1,1795898142989998,'[["t","default"]]','pxmgk34eajg554g4djmv4aguk4');
INSERT INTO "step" VALUES(5,2,1795898142990182,'[["give","[doubt]"]]','pxmgk34eajg554g4djmv4aguk4');
INSERT INTO "step" VALUES(6,1,1795898142999152,'[["t","default"],["gate","[reply]"]]','nhw3sf7ujm43zjl5vtpk56mdnm');
CREATE TABLE "tool_intent" (
    "key" VARCHAR(25) NOT NULL  PRIMARY KEY,
    "node" TEXT NOT NULL,
    "token" BIGINT NOT NULL,
    "tool" TEXT NOT NULL,
    "arguments" TEXT NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "effect" VARCHAR(10) NOT NULL,
    "attempt" INT NOT NULL,
    "epoch" BIGINT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "at" BIGINT NOT NULL,
    "deadline" BIGINT NOT NULL,
    "ended_at" BIGINT,
    "detail" TEXT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "tool_intent" VALUES('hpvldpkcdlgvtat6ekf4ezvtq','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795898142989998,1795898172989998,1795898142990182,'"the line went dead"','pxmgk34eajg554g4djmv4aguk4');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 20:35:42.392130+00:00');
CREATE TABLE "workflow" (
    "hash" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "name" TEXT NOT NULL,
    "document" TEXT NOT NULL
);
INSERT INTO "workflow" VALUES('5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b','','{"edges":[{"source":"t","target":"ask"},{"source":"ask","sourceHandle":"approved","target":"pay"},{"source":"ask","sourceHandle":"rejected","target":"no"},{"source":"pay","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"actionType":"human_handoff","reason":"Pay {{message}}?"},"id":"ask","type":"action"},{"data":{"arguments":{"what":"{{message}}"},"outputVariable":"paid","toolName":"bank__pay"},"id":"pay","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"},{"data":{"message":"Refused."},"id":"no","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889','','{"edges":[{"source":"t","target":"look"},{"source":"look","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{},"outputVariable":"seen","toolName":"bank__look"},"id":"look","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b','','{"edges":[{"source":"t","target":"give"},{"source":"give","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{"to":"{{message}}"},"outputVariable":"given","toolName":"bank__give"},"id":"give","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166','','{"edges":[{"source":"t","target":"gate"},{"source":"gate","sourceHandle":"verified","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"contact_type":"email","outputVariable":"email","provider":"resend"},"id":"gate","type":"auth_gate"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
CREATE INDEX "idx_code_count_contact_610b12" ON "code_count" ("contact");
CREATE INDEX "idx_code_count_chat_fe1ac0" ON "code_count" ("chat");
CREATE INDEX "idx_effect_state_53c396" ON "effect" ("state", "lane");
CREATE INDEX "idx_inbox_state_478c1f" ON "inbox" ("state", "conversation_id");
CREATE INDEX "idx_message_convers_e51163" ON "message" ("conversation_id");
CREATE INDEX "idx_run_status_9dea96" ON "run" ("status");
CREATE INDEX "idx_run_convers_f9d697" ON "run" ("conversation_id");
CREATE INDEX "idx_run_bot_b01288" ON "run" ("bot", "erasable_since");
CREATE INDEX "idx_challenge_run_id_3515d1" ON "challenge" ("run_id");
CREATE INDEX "idx_handoff_state_ed4a45" ON "handoff" ("state", "opened_at");
CREATE INDEX "idx_handoff_due_at_0f6cec" ON "handoff" ("due_at");
CREATE INDEX "idx_handoff_remind__2743af" ON "handoff" ("remind_at");
CREATE INDEX "idx_handoff_run_id_981e3a" ON "handoff" ("run_id");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('tortoise_migrations',1);
INSERT INTO "sqlite_sequence" VALUES('audit',13);
INSERT INTO "sqlite_sequence" VALUES('conversation',5);
INSERT INTO "sqlite_sequence" VALUES('inbox',5);
INSERT INTO "sqlite_sequence" VALUES('step',6);
INSERT INTO "sqlite_sequence" VALUES('message',10);
INSERT INTO "sqlite_sequence" VALUES('effect',10);
INSERT INTO "sqlite_sequence" VALUES('board',9);
INSERT INTO "sqlite_sequence" VALUES('card',4);
COMMIT;
