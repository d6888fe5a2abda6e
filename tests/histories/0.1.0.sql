BEGIN TRANSACTION;
CREATE TABLE "audit" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" VARCHAR(140) NOT NULL,
    "event" VARCHAR(60) NOT NULL,
    "subject" VARCHAR(100) NOT NULL,
    "detail" TEXT NOT NULL,
    "hash" VARCHAR(64) NOT NULL
);
INSERT INTO "audit" VALUES(1,1795876435660266,'engine','process.started','assent','{}','a399d36179e968a95106f8c500c1a5d7a24ef3c5ba4bd9e0a1677f660b2f60c9');
INSERT INTO "audit" VALUES(2,1795876436616406,'play:ann','run.started','oho5yy2szqluencydrey365gxe','{}','975e811c43cd39bf1f325ad1b4f8f2304036a5d67ef55d97c7136a0ebd84dda5');
INSERT INTO "audit" VALUES(3,1795876436616406,'engine','handoff.opened.approval','vyquoym4a7mbfnedrhfv5zsoum','{}','b80200bd20accf0f897304bc18c50fbba140e78b8c5bd3df1d17859aca1f7092');
INSERT INTO "audit" VALUES(4,1795876436644614,'play:bob','run.started','rvnihow6otf5ozsl2idonsgzrq','{}','9412656f804e8fe64020b3d20d19f7100399a9081d77e8169741231af827279d');
INSERT INTO "audit" VALUES(5,1795876436644614,'engine','handoff.opened.approval','wvgon3l3lmqpvhmedxr62mgeoi','{}','277345799bc28f41d87671b352ed9f846e86f19cd9e2a44aed85071c2ab168cf');
INSERT INTO "audit" VALUES(6,1795876436661112,'play:cem','run.started','tfk22vogagiescdzkzsxtpbhxy','{}','437d867ba0e9b97f6067a61c6a628069db78b8463845f691dd351ceb5d21138f');
INSERT INTO "audit" VALUES(7,1795876436661112,'engine','handoff.opened.failure','ynrixh5onkfc5kbvddde7wi6qe','{}','f0f643940710724730fdc19ef1846f5e0c5da36b6ff9af43dbe089368d6e5b24');
INSERT INTO "audit" VALUES(8,1795876436677188,'play:dov','run.started','rvvvw6p6mltbcm45ezorczg7cq','{}','d580ba3998926e73a7b33cf3eaf371ec14f1a4ddeada0c50b12d4576fe88bccd');
INSERT INTO "audit" VALUES(9,1795876436677188,'engine','tool.intended','mgyn65f7a55bag6e7cgxltjcl','{"tool":"bank__give","run":"rvvvw6p6mltbcm45ezorczg7cq"}','a8552fd91334009004f0d6a8f8a6074eaf972681f4dc34e87a1d1046137398c5');
INSERT INTO "audit" VALUES(10,1795876436677859,'engine','tool.unknown','mgyn65f7a55bag6e7cgxltjcl','{}','0bd47a9549f23ffe8afc34e404e2ae08532a7f2735202fbab81332a2395720bd');
INSERT INTO "audit" VALUES(11,1795876436677859,'engine','handoff.opened.doubt','yk5ywiqsnsygu3xyex5vaqd6ee','{}','7e0851df932f590d8752cb6ff8a41fefe47b7f66042b16465869bccc550c3ec3');
INSERT INTO "audit" VALUES(12,1795876436700707,'play:eve','run.started','ivoj7jkklen4ru77bwtlyz6dte','{}','a1bfd08555c61cc4966ba6b78287417d0a68edd065817f6b71c8279892e14aa2');
INSERT INTO "audit" VALUES(13,1795876436807010,'ana','handoff.rejecting','wvgon3l3lmqpvhmedxr62mgeoi','{"reason":"","via":"play:review"}','fa2212b1827a9ac29ed66ecd7f5139dafcc686bedff16e58c78a9fb7bd358acc');
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
INSERT INTO "board" VALUES(1,'oho5yy2szqluencydrey365gxe.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795876436706992);
INSERT INTO "board" VALUES(2,'rvnihow6otf5ozsl2idonsgzrq.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795876436707058);
INSERT INTO "board" VALUES(3,'tfk22vogagiescdzkzsxtpbhxy.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795876436732727);
INSERT INTO "board" VALUES(4,'oho5yy2szqluencydrey365gxe.1.1',4,'play:review','card','{"handoff":"vyquoym4a7mbfnedrhfv5zsoum","short_id":"vyquoy","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"2:33 PM UTC","opened_at":"2026-11-28T14:33:56.616406+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"2:33 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"2:33 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:vyquoym4a7mbfnedrhfv5zsoum:approve","label":"Approve","style":"positive"},{"token":"h1:vyquoym4a7mbfnedrhfv5zsoum:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:vyquoym4a7mbfnedrhfv5zsoum:more","label":"More…","style":"neutral"},{"token":"h1:vyquoym4a7mbfnedrhfv5zsoum:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:vyquoym4a7mbfnedrhfv5zsoum:open","label":"Open in private","style":"neutral"},{"token":"h1:vyquoym4a7mbfnedrhfv5zsoum:less","label":"Back","style":"neutral"}],"decided":false,"binding":["7d2166718c1b03566bb76c032e54b33d","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795876436733211);
INSERT INTO "board" VALUES(5,'rvvvw6p6mltbcm45ezorczg7cq.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795876436737422);
INSERT INTO "board" VALUES(6,'ivoj7jkklen4ru77bwtlyz6dte.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","from":"bot"}',1795876436737528);
INSERT INTO "board" VALUES(7,'rvnihow6otf5ozsl2idonsgzrq.1.1',10,'play:review','card','{"handoff":"wvgon3l3lmqpvhmedxr62mgeoi","short_id":"wvgon3","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"2:33 PM UTC","opened_at":"2026-11-28T14:33:56.644614+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"2:33 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"2:33 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:wvgon3l3lmqpvhmedxr62mgeoi:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:wvgon3l3lmqpvhmedxr62mgeoi:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:wvgon3l3lmqpvhmedxr62mgeoi:because1","label":"Against our rules","style":"negative"},{"token":"h1:wvgon3l3lmqpvhmedxr62mgeoi:because2","label":"Information is missing","style":"negative"},{"token":"h1:wvgon3l3lmqpvhmedxr62mgeoi:because3","label":"Asked for twice","style":"negative"},{"token":"h1:wvgon3l3lmqpvhmedxr62mgeoi:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:wvgon3l3lmqpvhmedxr62mgeoi:more","label":"More…","style":"neutral"},{"token":"h1:wvgon3l3lmqpvhmedxr62mgeoi:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:wvgon3l3lmqpvhmedxr62mgeoi:open","label":"Open in private","style":"neutral"},{"token":"h1:wvgon3l3lmqpvhmedxr62mgeoi:less","label":"Back","style":"neutral"}],"decided":false,"binding":["2af075c78f3d1cdd32beb1e38e87c3ea","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795876436775422);
INSERT INTO "board" VALUES(8,'tfk22vogagiescdzkzsxtpbhxy.1.1',8,'play:review','card','{"handoff":"ynrixh5onkfc5kbvddde7wi6qe","short_id":"ynrixh","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"2:33 PM UTC","opened_at":"2026-11-28T14:33:56.661112+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"2:33 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"2:33 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:ynrixh5onkfc5kbvddde7wi6qe:retry","label":"Retry","style":"neutral"},{"token":"h1:ynrixh5onkfc5kbvddde7wi6qe:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:ynrixh5onkfc5kbvddde7wi6qe:more","label":"More…","style":"neutral"},{"token":"h1:ynrixh5onkfc5kbvddde7wi6qe:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:ynrixh5onkfc5kbvddde7wi6qe:open","label":"Open in private","style":"neutral"},{"token":"h1:ynrixh5onkfc5kbvddde7wi6qe:less","label":"Back","style":"neutral"}],"decided":false,"binding":["c67025a6ff051579072765e6fa727246","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795876436798556);
INSERT INTO "board" VALUES(9,'rvvvw6p6mltbcm45ezorczg7cq.2.1',9,'play:review','card','{"handoff":"yk5ywiqsnsygu3xyex5vaqd6ee","short_id":"yk5ywi","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"2:33 PM UTC","opened_at":"2026-11-28T14:33:56.677859+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"mgyn65f7a55bag6e7cgxltjcl","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"2:33 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"2:33 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"2:33 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:yk5ywiqsnsygu3xyex5vaqd6ee:ask_reference","label":"It happened","style":"positive"},{"token":"h1:yk5ywiqsnsygu3xyex5vaqd6ee:retry","label":"It did not happen","style":"neutral"},{"token":"h1:yk5ywiqsnsygu3xyex5vaqd6ee:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:yk5ywiqsnsygu3xyex5vaqd6ee:more","label":"More…","style":"neutral"},{"token":"h1:yk5ywiqsnsygu3xyex5vaqd6ee:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:yk5ywiqsnsygu3xyex5vaqd6ee:open","label":"Open in private","style":"neutral"},{"token":"h1:yk5ywiqsnsygu3xyex5vaqd6ee:less","label":"Back","style":"neutral"}],"decided":false,"binding":["8f2b0cf524c74f8f63d0cf1d7ed43ef5","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide."}',1795876436803790);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','vyquoym4a7mbfnedrhfv5zsoum');
INSERT INTO "card" VALUES(2,'play:review','7','wvgon3l3lmqpvhmedxr62mgeoi');
INSERT INTO "card" VALUES(3,'play:review','8','ynrixh5onkfc5kbvddde7wi6qe');
INSERT INTO "card" VALUES(4,'play:review','9','yk5ywiqsnsygu3xyex5vaqd6ee');
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
INSERT INTO "effect" VALUES(1,'oho5yy2szqluencydrey365gxe.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'oho5yy2szqluencydrey365gxe.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'rvnihow6otf5ozsl2idonsgzrq.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'rvnihow6otf5ozsl2idonsgzrq.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'tfk22vogagiescdzkzsxtpbhxy.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'tfk22vogagiescdzkzsxtpbhxy.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'rvvvw6p6mltbcm45ezorczg7cq.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'rvvvw6p6mltbcm45ezorczg7cq.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'ivoj7jkklen4ru77bwtlyz6dte.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'rvnihow6otf5ozsl2idonsgzrq.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "handoff" VALUES('vyquoym4a7mbfnedrhfv5zsoum','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795876436616406,NULL,1795880036616406,NULL,NULL,1,'oho5yy2szqluencydrey365gxe');
INSERT INTO "handoff" VALUES('wvgon3l3lmqpvhmedxr62mgeoi','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795876436644614,NULL,1795880036644614,NULL,'play:ana@play:review',2,'rvnihow6otf5ozsl2idonsgzrq');
INSERT INTO "handoff" VALUES('ynrixh5onkfc5kbvddde7wi6qe','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795876436661112,NULL,1795880036661112,NULL,NULL,3,'tfk22vogagiescdzkzsxtpbhxy');
INSERT INTO "handoff" VALUES('yk5ywiqsnsygu3xyex5vaqd6ee','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"mgyn65f7a55bag6e7cgxltjcl","effect":"once","finding":"","sent_at":"2026-11-28T14:33:56.677188+00:00","detail":"the line went dead"},"retry_after":1795876476677188,"remind":[3600,86400]}','["play:review"]','play:dov',1795876436677859,NULL,1795880036677859,NULL,NULL,4,'rvvvw6p6mltbcm45ezorczg7cq');
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
INSERT INTO "instance" VALUES('audit_head','13 fa2212b1827a9ac29ed66ecd7f5139dafcc686bedff16e58c78a9fb7bd358acc');
INSERT INTO "instance" VALUES('id','gqkrfszvyfeectqd3zpkzeh25m');
INSERT INTO "instance" VALUES('key','2167c3b79d70a8a3906d2cc88d473b09ffe056f2ca97f10cfefc8fd6fe1692a0');
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795876436590924,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795876436616406,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795876436601705,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795876436644614,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795876436616057,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795876436661112,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795876436640102,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795876436677859,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795876436645214,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795876436700707,'bot','{"id":"auth-ask-address"}',5);
CREATE TABLE "run" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "bot" VARCHAR(100) NOT NULL,
    "status" VARCHAR(10) NOT NULL,
    "version" BIGINT NOT NULL,
    "started_at" BIGINT NOT NULL,
    "lease_until" BIGINT,
    "claims" INT NOT NULL,
    "state" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "workflow_id" VARCHAR(64) NOT NULL REFERENCES "workflow" ("hash") ON DELETE RESTRICT
);
INSERT INTO "run" VALUES('oho5yy2szqluencydrey365gxe','approve','waiting',1,1795876436616376,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"vyquoym4a7mbfnedrhfv5zsoum"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('rvnihow6otf5ozsl2idonsgzrq','approve','waiting',2,1795876436644595,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"wvgon3l3lmqpvhmedxr62mgeoi"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('tfk22vogagiescdzkzsxtpbhxy','fail','stopped',1,1795876436661089,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"ynrixh5onkfc5kbvddde7wi6qe"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('rvvvw6p6mltbcm45ezorczg7cq','doubt','stopped',2,1795876436677161,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"yk5ywiqsnsygu3xyex5vaqd6ee"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('ivoj7jkklen4ru77bwtlyz6dte','gate','waiting',1,1795876436700690,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
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
INSERT INTO "step" VALUES(1,1,1795876436616406,'[["t","default"],["ask","[decision]"]]','oho5yy2szqluencydrey365gxe');
INSERT INTO "step" VALUES(2,1,1795876436644614,'[["t","default"],["ask","[decision]"]]','rvnihow6otf5ozsl2idonsgzrq');
INSERT INTO "step" VALUES(3,1,1795876436661112,'[["t","default"],["look","[failure]"]]','tfk22vogagiescdzkzsxtpbhxy');
INSERT INTO "step" VALUES(4,1,1795876436677188,'[["t","default"]]','rvvvw6p6mltbcm45ezorczg7cq');
INSERT INTO "step" VALUES(5,2,1795876436677859,'[["give","[doubt]"]]','rvvvw6p6mltbcm45ezorczg7cq');
INSERT INTO "step" VALUES(6,1,1795876436700707,'[["t","default"],["gate","[reply]"]]','ivoj7jkklen4ru77bwtlyz6dte');
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
INSERT INTO "tool_intent" VALUES('mgyn65f7a55bag6e7cgxltjcl','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795876436677188,1795876466677188,1795876436677859,'"the line went dead"','rvvvw6p6mltbcm45ezorczg7cq');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 14:33:55.582435+00:00');
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
CREATE INDEX "idx_handoff_state_ed4a45" ON "handoff" ("state", "opened_at");
CREATE INDEX "idx_handoff_due_at_0f6cec" ON "handoff" ("due_at");
CREATE INDEX "idx_handoff_remind__2743af" ON "handoff" ("remind_at");
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
