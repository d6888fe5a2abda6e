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
INSERT INTO "audit" VALUES(1,1795899483584801,'engine','process.started','assent','{}','eb8247e9dc716e14773478a509927dbfd3114e7322601bac8a72af08cda413ec');
INSERT INTO "audit" VALUES(2,1795899484365425,'play:ann','run.started','bb6v4u6jisworafkimgnx3z2wu','{}','99e4600a3bc960d7d4cfe6f20d461198b101f3b201764cf869bc71668445107b');
INSERT INTO "audit" VALUES(3,1795899484365425,'engine','handoff.opened.approval','nqgo6vplp7bwpvioygirf3bgme','{}','d741849216beb2dd6a9849a0b755d6eb17ea85be139c6ffd7b0ce19fb42892fb');
INSERT INTO "audit" VALUES(4,1795899484376970,'play:bob','run.started','75xl5xnfoqnvnsgbvt7vupnome','{}','a5db1a293cf1ad52cab09ab717477f0121e0302397220a462b035c9a22eba716');
INSERT INTO "audit" VALUES(5,1795899484376970,'engine','handoff.opened.approval','ygstxbkokfkcah2j75sm7slc7m','{}','78252401607eafc7be626a7fabea6b98aafc36a1744c9082ddced360a08005af');
INSERT INTO "audit" VALUES(6,1795899484420348,'play:cem','run.started','phozj3wfrkoou2mtteulq3dfqy','{}','fe06cd9db28d75a58dda7bc8fcbbd3551884ac58b889e20b935905123f87203b');
INSERT INTO "audit" VALUES(7,1795899484420348,'engine','handoff.opened.failure','2psk2blkmya3ymewjbcbjaqfkm','{}','5e7d9832d8ba4603122b60516c2377b71d41eba730ad21ff668214b0f675a843');
INSERT INTO "audit" VALUES(8,1795899484432702,'play:dov','run.started','47i4rz5wad67zbitelp2xmahsq','{}','f132cf74b00a266a2bed2b3f9a7d5fbf4bee1ccdd39b307b016362e91488c7ae');
INSERT INTO "audit" VALUES(9,1795899484432702,'engine','tool.intended','ivenmvcscrb65w7uey635t4ak','{"tool":"bank__give","run":"47i4rz5wad67zbitelp2xmahsq"}','fb0a30117bf1aade8926f706c345cbc7bda24fe87bdf770338b87a0fc1b90c33');
INSERT INTO "audit" VALUES(10,1795899484433034,'engine','tool.unknown','ivenmvcscrb65w7uey635t4ak','{}','96131394ec2532f300cec3cbf4a363563372b6d96390b0f1f33df6588e55df4e');
INSERT INTO "audit" VALUES(11,1795899484433034,'engine','handoff.opened.doubt','xyj5lbrans4q5r7dy5oil77wa4','{}','b70d233cfad975b94718708ea759a1d1a2af3b4ee06ac768da95abc4621ebd36');
INSERT INTO "audit" VALUES(12,1795899484452743,'play:eve','run.started','eishyf7fsanmi6v2mwbeumjgsa','{}','a33e487edfdf0b2bb218570728466985c63a57460b71f48284001b82722ac69c');
INSERT INTO "audit" VALUES(13,1795899484896662,'ana','handoff.rejecting','ygstxbkokfkcah2j75sm7slc7m','{"reason":"","via":"play:review"}','f5f29366c4d8b873fc58126215f01f3243191dfb2e6eec1fe8c970aaaf154885');
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
INSERT INTO "board" VALUES(1,'bb6v4u6jisworafkimgnx3z2wu.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795899484477134);
INSERT INTO "board" VALUES(2,'75xl5xnfoqnvnsgbvt7vupnome.1.2',10,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.\nA reviewer has seen it.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot","edited":true}',1795899484477249);
INSERT INTO "board" VALUES(3,'phozj3wfrkoou2mtteulq3dfqy.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795899484508074);
INSERT INTO "board" VALUES(4,'bb6v4u6jisworafkimgnx3z2wu.1.1',4,'play:review','card','{"handoff":"nqgo6vplp7bwpvioygirf3bgme","short_id":"nqgo6v","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"8:58 PM UTC","opened_at":"2026-11-28T20:58:04.365425+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"8:58 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"8:58 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:nqgo6vplp7bwpvioygirf3bgme:approve","label":"Approve","style":"positive"},{"token":"h1:nqgo6vplp7bwpvioygirf3bgme:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:nqgo6vplp7bwpvioygirf3bgme:more","label":"More…","style":"neutral"},{"token":"h1:nqgo6vplp7bwpvioygirf3bgme:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:nqgo6vplp7bwpvioygirf3bgme:open","label":"Open in private","style":"neutral"},{"token":"h1:nqgo6vplp7bwpvioygirf3bgme:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:nqgo6vplp7bwpvioygirf3bgme:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:nqgo6vplp7bwpvioygirf3bgme:claim","label":"I look after this","style":"neutral"},{"token":"h1:nqgo6vplp7bwpvioygirf3bgme:less","label":"Back","style":"neutral"}],"decided":false,"binding":["07d4e7054b40b6705ad07224625c1597","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795899484508492);
INSERT INTO "board" VALUES(5,'47i4rz5wad67zbitelp2xmahsq.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795899484552113);
INSERT INTO "board" VALUES(6,'eishyf7fsanmi6v2mwbeumjgsa.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795899484552205);
INSERT INTO "board" VALUES(7,'75xl5xnfoqnvnsgbvt7vupnome.1.1',11,'play:review','card','{"handoff":"ygstxbkokfkcah2j75sm7slc7m","short_id":"ygstxb","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"8:58 PM UTC","opened_at":"2026-11-28T20:58:04.376970+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"8:58 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"8:58 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:ygstxbkokfkcah2j75sm7slc7m:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:ygstxbkokfkcah2j75sm7slc7m:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:ygstxbkokfkcah2j75sm7slc7m:because1","label":"Against our rules","style":"negative"},{"token":"h1:ygstxbkokfkcah2j75sm7slc7m:because2","label":"Information is missing","style":"negative"},{"token":"h1:ygstxbkokfkcah2j75sm7slc7m:because3","label":"Asked for twice","style":"negative"},{"token":"h1:ygstxbkokfkcah2j75sm7slc7m:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:ygstxbkokfkcah2j75sm7slc7m:more","label":"More…","style":"neutral"},{"token":"h1:ygstxbkokfkcah2j75sm7slc7m:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:ygstxbkokfkcah2j75sm7slc7m:open","label":"Open in private","style":"neutral"},{"token":"h1:ygstxbkokfkcah2j75sm7slc7m:claim","label":"I look after this","style":"neutral"},{"token":"h1:ygstxbkokfkcah2j75sm7slc7m:less","label":"Back","style":"neutral"}],"decided":false,"binding":["696f5aaaec0adc3362a8acd67a3432df","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795899484614500);
INSERT INTO "board" VALUES(8,'phozj3wfrkoou2mtteulq3dfqy.1.1',8,'play:review','card','{"handoff":"2psk2blkmya3ymewjbcbjaqfkm","short_id":"2psk2b","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"8:58 PM UTC","opened_at":"2026-11-28T20:58:04.420348+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"8:58 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"8:58 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:2psk2blkmya3ymewjbcbjaqfkm:retry","label":"Retry","style":"neutral"},{"token":"h1:2psk2blkmya3ymewjbcbjaqfkm:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:2psk2blkmya3ymewjbcbjaqfkm:more","label":"More…","style":"neutral"},{"token":"h1:2psk2blkmya3ymewjbcbjaqfkm:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:2psk2blkmya3ymewjbcbjaqfkm:open","label":"Open in private","style":"neutral"},{"token":"h1:2psk2blkmya3ymewjbcbjaqfkm:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:2psk2blkmya3ymewjbcbjaqfkm:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:2psk2blkmya3ymewjbcbjaqfkm:claim","label":"I look after this","style":"neutral"},{"token":"h1:2psk2blkmya3ymewjbcbjaqfkm:less","label":"Back","style":"neutral"}],"decided":false,"binding":["63a4b3670a6f44bd38fcd527752693ae","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795899484716386);
INSERT INTO "board" VALUES(9,'47i4rz5wad67zbitelp2xmahsq.2.1',9,'play:review','card','{"handoff":"xyj5lbrans4q5r7dy5oil77wa4","short_id":"xyj5lb","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"8:58 PM UTC","opened_at":"2026-11-28T20:58:04.433034+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"ivenmvcscrb65w7uey635t4ak","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"8:58 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"8:58 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"8:58 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:xyj5lbrans4q5r7dy5oil77wa4:ask_reference","label":"It happened","style":"positive"},{"token":"h1:xyj5lbrans4q5r7dy5oil77wa4:retry","label":"It did not happen","style":"neutral"},{"token":"h1:xyj5lbrans4q5r7dy5oil77wa4:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:xyj5lbrans4q5r7dy5oil77wa4:more","label":"More…","style":"neutral"},{"token":"h1:xyj5lbrans4q5r7dy5oil77wa4:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:xyj5lbrans4q5r7dy5oil77wa4:open","label":"Open in private","style":"neutral"},{"token":"h1:xyj5lbrans4q5r7dy5oil77wa4:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:xyj5lbrans4q5r7dy5oil77wa4:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:xyj5lbrans4q5r7dy5oil77wa4:claim","label":"I look after this","style":"neutral"},{"token":"h1:xyj5lbrans4q5r7dy5oil77wa4:less","label":"Back","style":"neutral"}],"decided":false,"binding":["a2915cfe3ee54d9be511150b5da859ce","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795899484836277);
CREATE TABLE "board_file" (
    "id" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "name" TEXT NOT NULL,
    "media_type" VARCHAR(100) NOT NULL,
    "size" BIGINT NOT NULL,
    "data" BLOB NOT NULL
);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','nqgo6vplp7bwpvioygirf3bgme');
INSERT INTO "card" VALUES(2,'play:review','7','ygstxbkokfkcah2j75sm7slc7m');
INSERT INTO "card" VALUES(3,'play:review','8','2psk2blkmya3ymewjbcbjaqfkm');
INSERT INTO "card" VALUES(4,'play:review','9','xyj5lbrans4q5r7dy5oil77wa4');
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
    "proven_at" BIGINT,
    "talk" VARCHAR(26)
);
INSERT INTO "conversation" VALUES(1,'playdefaultapproveplay:annann','approve','play','default','play:ann','ann','ann','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(2,'playdefaultapproveplay:bobbob','approve','play','default','play:bob','bob','bob','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(3,'playdefaultfailplay:cemcem','fail','play','default','play:cem','cem','cem','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(4,'playdefaultdoubtplay:dovdov','doubt','play','default','play:dov','dov','dov','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(5,'playdefaultgateplay:eveeve','gate','play','default','play:eve','eve','eve','en',NULL,NULL,NULL);
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
INSERT INTO "effect" VALUES(1,'bb6v4u6jisworafkimgnx3z2wu.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'bb6v4u6jisworafkimgnx3z2wu.1.2','play:ann','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'75xl5xnfoqnvnsgbvt7vupnome.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'75xl5xnfoqnvnsgbvt7vupnome.1.2','play:bob','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'phozj3wfrkoou2mtteulq3dfqy.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'phozj3wfrkoou2mtteulq3dfqy.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'47i4rz5wad67zbitelp2xmahsq.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'47i4rz5wad67zbitelp2xmahsq.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'eishyf7fsanmi6v2mwbeumjgsa.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'75xl5xnfoqnvnsgbvt7vupnome.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(11,'75xl5xnfoqnvnsgbvt7vupnome.2.1','play:bob','restatus','sent','{}',NULL,1,NULL,NULL,NULL);
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
    "status_ref" VARCHAR(200),
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "handoff" VALUES('nqgo6vplp7bwpvioygirf3bgme','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795899484365425,NULL,1795903084365425,NULL,NULL,NULL,'1',1,'bb6v4u6jisworafkimgnx3z2wu');
INSERT INTO "handoff" VALUES('ygstxbkokfkcah2j75sm7slc7m','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795899484376970,NULL,1795903084376970,NULL,'play:ana@play:review',NULL,'2',2,'75xl5xnfoqnvnsgbvt7vupnome');
INSERT INTO "handoff" VALUES('2psk2blkmya3ymewjbcbjaqfkm','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795899484420348,NULL,1795903084420348,NULL,NULL,NULL,NULL,3,'phozj3wfrkoou2mtteulq3dfqy');
INSERT INTO "handoff" VALUES('xyj5lbrans4q5r7dy5oil77wa4','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"ivenmvcscrb65w7uey635t4ak","effect":"once","finding":"","sent_at":"2026-11-28T20:58:04.432702+00:00","detail":"the line went dead"},"retry_after":1795899524432702,"remind":[3600,86400]}','["play:review"]','play:dov',1795899484433034,NULL,1795903084433034,NULL,NULL,NULL,NULL,4,'47i4rz5wad67zbitelp2xmahsq');
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
INSERT INTO "instance" VALUES('audit_head','13 f5f29366c4d8b873fc58126215f01f3243191dfb2e6eec1fe8c970aaaf154885');
INSERT INTO "instance" VALUES('id','52pmi424oaenki76sexzg53oee');
INSERT INTO "instance" VALUES('key','5175ee0d3cc92de84f1244b1c77b95331a2586e380c0b7e49679913c74ec9d6d');
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
INSERT INTO "message" VALUES(1,1795899484339959,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795899484365425,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795899484364273,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795899484376970,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795899484365194,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795899484420348,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795899484376176,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795899484433034,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795899484382819,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795899484452743,'bot','{"id":"auth-ask-address"}',5);
CREATE TABLE "mute" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "channel" VARCHAR(32) NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "uid_mute_person_138a27" UNIQUE ("person", "channel")
);
CREATE TABLE "relayed" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "source_place" VARCHAR(200),
    "source_ref" VARCHAR(200),
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT
);
CREATE TABLE "room" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "own" INT NOT NULL,
    "is_open" INT NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL UNIQUE REFERENCES "handoff" ("id") ON DELETE RESTRICT
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
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "workflow_id" VARCHAR(64) NOT NULL REFERENCES "workflow" ("hash") ON DELETE RESTRICT
);
INSERT INTO "run" VALUES('bb6v4u6jisworafkimgnx3z2wu','approve','waiting',1,1795899484365403,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"nqgo6vplp7bwpvioygirf3bgme"}],"next_token":3,"steps":2,"told":["nqgo6vplp7bwpvioygirf3bgme"]}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('75xl5xnfoqnvnsgbvt7vupnome','approve','waiting',2,1795899484376953,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"ygstxbkokfkcah2j75sm7slc7m"}],"next_token":3,"steps":2,"told":["ygstxbkokfkcah2j75sm7slc7m"]}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('phozj3wfrkoou2mtteulq3dfqy','fail','stopped',1,1795899484420331,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"2psk2blkmya3ymewjbcbjaqfkm"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('47i4rz5wad67zbitelp2xmahsq','doubt','stopped',2,1795899484432684,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"xyj5lbrans4q5r7dy5oil77wa4"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('eishyf7fsanmi6v2mwbeumjgsa','gate','waiting',1,1795899484452734,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
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
INSERT INTO "step" VALUES(1,1,1795899484365425,'[["t","default"],["ask","[decision]"]]','bb6v4u6jisworafkimgnx3z2wu');
INSERT INTO "step" VALUES(2,1,1795899484376970,'[["t","default"],["ask","[decision]"]]','75xl5xnfoqnvnsgbvt7vupnome');
INSERT INTO "step" VALUES(3,1,1795899484420348,'[["t","default"],["look","[failure]"]]','phozj3wfrkoou2mtteulq3dfqy');
INSERT INTO "step" VALUES(4,1,1795899484432702,'[["t","default"]]','47i4rz5wad67zbitelp2xmahsq');
INSERT INTO "step" VALUES(5,2,1795899484433034,'[["give","[doubt]"]]','47i4rz5wad67zbitelp2xmahsq');
INSERT INTO "step" VALUES(6,1,1795899484452743,'[["t","default"],["gate","[reply]"]]','eishyf7fsanmi6v2mwbeumjgsa');
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
INSERT INTO "tool_intent" VALUES('ivenmvcscrb65w7uey635t4ak','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795899484432702,1795899514432702,1795899484433034,'"the line went dead"','47i4rz5wad67zbitelp2xmahsq');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 20:58:03.523247+00:00');
CREATE TABLE "workflow" (
    "hash" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "name" TEXT NOT NULL,
    "document" TEXT NOT NULL
);
INSERT INTO "workflow" VALUES('5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b','','{"edges":[{"source":"t","target":"ask"},{"source":"ask","sourceHandle":"approved","target":"pay"},{"source":"ask","sourceHandle":"rejected","target":"no"},{"source":"pay","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"actionType":"human_handoff","reason":"Pay {{message}}?"},"id":"ask","type":"action"},{"data":{"arguments":{"what":"{{message}}"},"outputVariable":"paid","toolName":"bank__pay"},"id":"pay","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"},{"data":{"message":"Refused."},"id":"no","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889','','{"edges":[{"source":"t","target":"look"},{"source":"look","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{},"outputVariable":"seen","toolName":"bank__look"},"id":"look","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b','','{"edges":[{"source":"t","target":"give"},{"source":"give","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{"to":"{{message}}"},"outputVariable":"given","toolName":"bank__give"},"id":"give","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166','','{"edges":[{"source":"t","target":"gate"},{"source":"gate","sourceHandle":"verified","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"contact_type":"email","outputVariable":"email","provider":"resend"},"id":"gate","type":"auth_gate"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('3a38539552dee730e64a1ae9f37319cd442460cce7c25de40d527cc76f2c0bfb','human','{"edges":[{"source":"asked","target":"person"},{"source":"person","sourceHandle":"helped","target":"end"},{"source":"person","sourceHandle":"closed","target":"end"},{"source":"person","sourceHandle":"timeout","target":"end"}],"id":"human","name":"human","nodes":[{"data":{"triggerType":"message_received"},"id":"asked","type":"trigger"},{"data":{"actionType":"human_handoff","options":[{"id":"helped","label":"Helped"},{"id":"closed","label":"Closed"}],"reason":"{{user_name}}: {{message}}","takeOver":true,"timeout":"30d"},"id":"person","type":"action"},{"data":{"actionType":"end"},"id":"end","type":"action"}]}');
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
CREATE INDEX "idx_room_place_a3bc2f" ON "room" ("place");
CREATE INDEX "idx_relayed_place_20101c" ON "relayed" ("place", "ref");
CREATE INDEX "idx_relayed_source__9c76fe" ON "relayed" ("source_place", "source_ref");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('tortoise_migrations',1);
INSERT INTO "sqlite_sequence" VALUES('audit',13);
INSERT INTO "sqlite_sequence" VALUES('conversation',5);
INSERT INTO "sqlite_sequence" VALUES('inbox',5);
INSERT INTO "sqlite_sequence" VALUES('step',6);
INSERT INTO "sqlite_sequence" VALUES('message',10);
INSERT INTO "sqlite_sequence" VALUES('effect',11);
INSERT INTO "sqlite_sequence" VALUES('board',9);
INSERT INTO "sqlite_sequence" VALUES('card',4);
COMMIT;
