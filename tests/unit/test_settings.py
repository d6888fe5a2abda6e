"""The configuration: one file, the environment over it, and every fault in a sentence."""

import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import EXAMPLE, SettingsError, load_settings
from engine.tools import EffectClass

GOOD = """
[web]
playground = true
[mcp.orders]
command = ["python", "-m", "orders"]
[mcp.orders.tools.get_order]
effect = "read"
[people.ana]
play = "ana"
admin = true
[teams.finance]
members = ["ana"]
post = ["play:review"]
[bots.refunds]
workflow = "workflow.json"
team = "finance"
"""

RESEND = "[email]\nprovider = 'resend'\nfrom = 'a@x.org'\napi_key = 'k'\n"

Faults = Callable[..., list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "workflow.json").write_text("{}")
    (tmp_path / "assent.toml").write_text(GOOD)
    return tmp_path


@pytest.fixture
def faults(folder: Path) -> Faults:
    """The faults of the good file with something added or replaced."""

    def faults(*changes: tuple[str, str], environ: Mapping[str, str] | None = None) -> list[str]:
        text = GOOD
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / "assent.toml").write_text(text)
        try:
            load_settings(folder / "assent.toml", environ or {})
        except SettingsError as error:
            return error.problems
        return []

    return faults


def test_a_good_file_is_read(folder: Path) -> None:
    settings = load_settings(folder / "assent.toml", {})
    assert settings.bots["refunds"].workflow == folder / "workflow.json"
    assert settings.database == f"sqlite://{folder}/assent.db"
    assert settings.mcp["orders"].argv == (sys.executable, "-m", "orders")
    tool = settings.mcp["orders"].tools["get_order"]
    assert (tool.effect, tool.timeout) == (EffectClass.READ, timedelta(seconds=30))
    with pytest.raises(ValidationError):
        settings.database = "other"  # type: ignore[misc]


def test_the_environment_beats_the_file(folder: Path) -> None:
    settings = load_settings(
        None,
        {
            "ASSENT_CONFIG": str(folder / "assent.toml"),
            "ASSENT_WEB__PORT": "9000",
            "ASSENT_DEFAULT_LOCALE": "de",
            "ASSENT_BOTS__REFUNDS__CONTACT": "help@example.com",
            "ASSENT_TEAMS__FINANCE__POST": '["play:a", "play:b"]',
            "ASSENT_MCP__ORDERS__ENV__Api_Key": "kept as written",
            "ASSENT_MCP__ORDERS__TOOLS__GET_ORDER__TIMEOUT": "2m",
            "ASSENT_MCP__ORDERS__TOOLS__PAY": '{ effect = "keyed", idempotency = { argument = "key" } }',
            "HOME": "/",
        },
    )
    assert (settings.web.port, settings.default_locale) == (9000, "de")
    assert settings.bots["refunds"].contact == "help@example.com"
    assert settings.teams["finance"].post == ("play:a", "play:b")
    assert settings.mcp["orders"].env["Api_Key"].get_secret_value() == "kept as written"
    assert settings.mcp["orders"].tools["get_order"].timeout == timedelta(minutes=2)
    assert settings.mcp["orders"].tools["pay"].effect is EffectClass.KEYED


def test_a_variable_finds_a_name_that_it_cannot_spell(folder: Path) -> None:
    text = GOOD.replace("[bots.refunds]", "[bots.Acme-Refunds]")
    (folder / "assent.toml").write_text(text)
    settings = load_settings(folder / "assent.toml", {"ASSENT_BOTS__ACME_REFUNDS__CONTACT": "x@example.com"})
    assert settings.bots["Acme-Refunds"].contact == "x@example.com"


def test_the_default_file_stands_in_this_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert load_settings(None, {}).bots


def test_a_secret_can_stand_in_a_file_of_its_own(folder: Path) -> None:
    (folder / "key").write_text("s3cret-value\n")
    with (folder / "assent.toml").open("a") as file:
        file.write('[mcp.orders.env]\nSTRIPE_KEY_file = "key"\n')
    settings = load_settings(folder / "assent.toml", {})
    assert settings.mcp["orders"].env["STRIPE_KEY"].get_secret_value() == "s3cret-value"
    assert list(settings.secrets()) == ["s3cret-value"]
    assert "s3cret" not in repr(settings)


def test_accounts_on_discord_share_one_address_and_are_one_bot_each(folder: Path, faults: Faults) -> None:
    text = GOOD.replace("[web]", "[discord]\ntoken = 'x'\nguilds = [7]\n[web]").replace('["ana"]', '["discord_role:5"]')
    (folder / "assent.toml").write_text(text)
    settings = load_settings(folder / "assent.toml", {})
    assert settings.account("discord", "refunds") == "default" and settings.discord["default"].guilds == (7,)
    assert settings.teams["finance"].roles("discord") == ["discord_role:5"] and not settings.teams["finance"].people
    assert list(settings.secrets()) == ["x"]
    found = faults(("[web]", "[discord]\ntoken = 'x'\n[discord.two]\ntoken = 'y'\napi_base = 'http://b'\n[web]"))
    assert any("api_base differs from another account's" in sentence for sentence in found)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("[web]", "databse = 'x'\n[web]", "databse is unknown. Did you mean database?"),
        ("playground = true", "playground = true\nprot = 1", "web.prot is unknown. Did you mean port?"),
        (
            'team = "finance"',
            'teem = "finance"\nteam = "finance"',
            "bots.refunds.teem is unknown. Did you mean team?",
        ),
        ("[web]", "[telegram]\ntoken = 'x'\n[web]", "telegram.token is not a bot's token"),
        ("[web]", "[email]\nprovider = 'smpt'\n[web]", 'email.provider = "smpt"'),
        ("[web]", "[email]\nprovider = 'resend'\nfrom = 'a@x.org'\n[web]", "email.api_key is missing"),
        ("[web]", "[email]\nprovider = 'resend'\nfrom = 'Acme'\napi_key = 'k'\n[web]", "email.from names no address"),
        ("[web]", f"{RESEND}api_base = 'resend'\n[web]", "email.api_base is no address"),
        ('play = "ana"', 'play = "ana"\ntimezone = "Berlin"', 'people.ana.timezone = "Berlin" is no time zone'),
        ("[web]", f"{RESEND}webhook_secret = 'abc'\n[web]", "email.webhook_secret is no signing secret"),
        ("[web]", "[email]\nprovider = 'smtp'\nfrom = 'a@x.org'\n[web]", "email.smtp_url is missing"),
        (
            "[web]",
            "[email]\nprovider = 'smtp'\nfrom = 'a@x.org'\nsmtp_url = 'mail.x.org'\n[web]",
            "email.smtp_url is not the address of a mail server",
        ),
        ('"play:review"', '"email:ana@x.org"', "but no mail is sent: set [email] provider"),
        ('"play:review"', '"email:ana"', "write email:members or email:NAME@EXAMPLE.COM"),
        ("[web]", "[llm]\n[web]", "llm is not supported yet: take it out."),
        ("[web]", "[discord]\napi_base = 'http://x'\n[web]", "discord.token is missing: take the one on the page Bot"),
        ("[web]", "[discord]\ntoken = 'a b'\n[web]", "discord.token is not a bot's token: take the one on the page"),
        ("[web]", "[discord]\ntoken = 'x'\napi_base = 'x'\n[web]", "discord.api_base is no address: write it like"),
        ("[web]", "[discord]\ntoken = 'x'\nguilds = ['a']\n[web]", "discord.guilds.0 = "),
        (
            '"play:review"',
            '"discord:1"',
            'teams.finance.post names "discord:1", but [discord] is not configured: give it a token.',
        ),
        ('"play:review"', '"discord:abc"', 'names "discord:abc": write discord:CHANNEL, be it a channel, thread or'),
        ('["ana"]', '["discord_role:5"]', 'names "discord_role:5", but [discord] is not configured.'),
        ('["ana"]', '["discord_rule:5"]', 'names "discord_rule:5", who is not in people.'),
        ("[web]", "[llm]\nmodel = 'x'\n[web]", "llm is not supported yet: take it out."),
        (
            "[web]",
            "database = 'mysql://u:p@h/d'\n[web]",
            'database = "mysql:..." is not supported: use sqlite',
        ),
        ("[web]", "database = 'postgres://u:p@h'\n[web]", "database names no host or no database: write it like"),
        ("[web]", "database = 'postgres://u:p@h:x/d'\n[web]", "database is not an address: write it like"),
        ("[web]", "[run]\nlease = '0s'\n[web]", "run.lease = "),
        ("[web]", "database = 'sqlite://:memory:'\n[web]", 'database = "sqlite://:memory:" names no file'),
        (
            "members",
            "quorum = 2\nmembers",
            "teams.finance.quorum = 2 is more than its members: write at most 1, or add members.",
        ),
        (
            '"play:review"',
            '"telegram:-1"',
            'teams.finance.post names "telegram:-1", but [telegram] is not configured: give it a token.',
        ),
        (
            '"play:review"',
            '"paly:x"',
            'teams.finance.post names "paly:x", whose channel is unknown. Did you mean play?',
        ),
        ('"play:review"', '"play"', 'teams.finance.post names "play" without a chat'),
        ('post = ["play:review"]', "", "teams.finance.post is empty"),
        (
            'workflow = "workflow.json"\n',
            "",
            "bots.refunds has no workflow, and a bot without one is not supported yet.",
        ),
        ("workflow.json", "other.json", "bots.refunds.workflow does not exist: "),
        (
            'team = "finance"',
            'team = "fnance"',
            'bots.refunds.team = "fnance" is not in teams. Did you mean finance?',
        ),
        ('team = "finance"', "", "bots.refunds.team is missing"),
        ('["ana"]', '["anna"]', 'teams.finance.members names "anna", who is not in people. Did you mean ana?'),
        ('["ana"]', "[]", "teams.finance.members is empty: nobody could decide."),
        ("[bots.refunds]", "[bots.refunds]\nnotify=['telegram']", 'names "telegram", where the team has no place. '),
        (
            "[bots.refunds]",
            "[bots.refunds]\noperators=['web:ana']",
            'bots.refunds.operators names "web:ana": write "web", which is the dashboard as a whole.',
        ),
        (
            'post = ["play:review"]',
            'post = ["play:review", "web:x"]',
            'teams.finance.post names "web:x": write "web", which is the dashboard as a whole.',
        ),
        ("[web]", "[web]\nwebhooks_to = ['10.0.0.300']", 'web.webhooks_to: "10.0.0.300" is no address or network'),
        ("[bots.refunds]", "[bots.refunds]\nsystem='x'", "bots.refunds.system is not supported yet: take it out."),
        ("command =", "url = 'http://x'\ncommand =", "mcp.orders has both command and url: give exactly one."),
        ('command = ["python", "-m", "orders"]', "", "mcp.orders has neither command nor url: give exactly one."),
        ("command =", "headers = {a = 'b'}\ncommand =", "mcp.orders.headers is only for a server with a url."),
        ('"read"', '"keyed"', "mcp.orders.tools.get_order is keyed without a key: add idempotency"),
        (
            '"read"',
            '"keyed"\nidempotency = {argument="k", window="90s"}',
            "get_order.idempotency.window = 90s is no longer than three tries of 30s: the key could not be used.",
        ),
        ('"read"', '"read"\nidempotency = {argument="k"}', 'idempotency is only for effect = "keyed", not "read".'),
        (
            '"read"',
            '"checkable"',
            "mcp.orders.tools.get_order is checkable without a look: add [mcp.orders.tools.get_order.verify] with the "
            "read tool that finds the call, and found_when.",
        ),
        (
            '"read"',
            '"checkable"\nverify = { tool = "get_order", found_when = "{{result.id}} is_not_empty" }',
            'get_order.verify.tool = "get_order" is not known to only read: declare tools.get_order = { effect = ',
        ),
        ('"read"', '"raed"', 'mcp.orders.tools.get_order.effect = "raed": should be'),
        ('"read"', '"read"\ntimeout = "soon"', "is not a duration; write 90s, 15m, 2h or 3d."),
        ("playground = true", 'playground = true\nhost = "0.0.0.0"', "web.playground lets whoever reaches it decide"),
        ("playground = true", "", "but the playground is off: set web.playground = true."),
        (
            "playground = true",
            "playground = true\nport = 99999",
            "web.port = 99999: should be less than or equal to 65535.",
        ),
        ("[people.ana]", '[people.ben]\nplay = "ana"\n[people.ana]', "one account, one person."),
        (
            "[web]",
            'default_locale = "dee"\n[web]',
            'default_locale = "dee" has no file in locales/. Did you mean de?',
        ),
        ("[mcp.orders]", "[mcp.a__b]\ncommand=['x']\n[mcp.orders]", "mcp.a__b is no good name"),
        ("[web]", "public_url = 'x'\n[web]", "public_url is not an address"),
        (
            "[mcp.orders]",
            "[mcp.orders]\nenv = {A_file = 'no', A = 'x'}",
            "env.A_file and mcp.orders.env.A are both given",
        ),
        ("[mcp.orders]", "[mcp.orders]\nenv = {A_file = 'no'}", "env.A_file names a file that cannot be read"),
    ],
)
def test_a_fault_is_one_sentence(faults: Faults, old: str, new: str, sentence: str) -> None:
    found = faults((old, new))
    assert len(found) == 1, found
    assert sentence in found[0]


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("ASSENT_WEBB__PORT", "1", "ASSENT_WEBB__PORT is unknown, because of WEBB. Did you mean WEB?"),
        ("ASSENT_WEB__PROT", "1", "ASSENT_WEB__PROT is unknown, because of PROT. Did you mean PORT?"),
        ("ASSENT_BOTS__REFUNDS__TEEM", "1", "because of TEEM. Did you mean TEAM?"),
        ("ASSENT_TEAMS__FINANCE__POST", "[", "ASSENT_TEAMS__FINANCE__POST cannot be read: write it as in the file"),
        ("ASSENT_LLM__MODEL", "x", "ASSENT_LLM__MODEL is not supported yet: take it out."),
        ("ASSENT_DATABASE__URL", "x", "ASSENT_DATABASE__URL is unknown"),
        ("ASSENT_WEB__PORT", "x", 'web.port = "x": should be a valid integer'),
    ],
)
def test_a_fault_in_a_variable_names_the_variable(faults: Faults, variable: str, value: str, sentence: str) -> None:
    found = faults(environ={variable: value})
    assert len(found) == 1, found
    assert sentence in found[0]


def test_all_faults_come_at_once(faults: Faults) -> None:
    found = faults(
        ("playground = true", 'playground = true\nport = "x"\nprot = 1'),
        ('["ana"]', '["anna"]'),
        ("workflow.json", "other.json"),
        environ={"ASSENT_WEBB": "1"},
    )
    assert len(found) == 5


def test_no_bot_is_a_fault(faults: Faults) -> None:
    start = GOOD.index("[bots")
    assert faults((GOOD[start:], "")) == ["There is no bot: add a [bots.NAME] with a workflow and a team."]


@pytest.mark.parametrize("text", ["database = ", "\udcff"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "assent.toml"
    path.write_text(text, errors="surrogateescape")
    with pytest.raises(SettingsError, match=str(path)):
        load_settings(path, {})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="does not exist: name one with --config"):
        load_settings(tmp_path / "nope.toml", {})


def test_the_example_is_read_with_its_own_database_and_port(tmp_path: Path) -> None:
    environ = {"ASSENT_DATABASE": f"sqlite://{tmp_path}/assent.db", "ASSENT_WEB__PORT": "0"}
    settings = load_settings(EXAMPLE, environ)
    assert settings.database == f"sqlite://{tmp_path}/assent.db"
    assert (settings.web.port, settings.web.playground) == (0, True)
    assert settings.mcp["stripe"].config("stripe").tools["create_refund"].key_window == timedelta(hours=23)
    assert settings.people["ana"].admin
    assert "otto" not in settings.teams["finance"].members


def test_a_databases_password_is_kept_out_of_the_logs(folder: Path) -> None:
    settings = load_settings(folder / "assent.toml", {"ASSENT_DATABASE": "postgres://ana:s3cret@db.example.com/assent"})
    assert "s3cret" in set(settings.secrets())
    assert settings.database.endswith("/assent") and settings.run.lease == timedelta(seconds=30)


def test_mail_places_need_an_address_for_their_links_and_somebody_to_read(faults: Faults) -> None:
    mail = ("[web]", f"{RESEND}[web]")
    members = ('"play:review"', '"email:members"')
    [unlinked, unread] = faults(mail, members)
    assert unlinked.startswith('teams.finance.post names "email:members" without public_url')
    assert unread == 'teams.finance.post names "email:members", but none of them has an email in [people].'
    linked = ("[web]", f"public_url = 'https://x.org'\n{RESEND}[web]")
    assert faults(linked, members, ('play = "ana"', 'play = "ana"\nemail = "ana@x.org"')) == []
    assert faults(("[web]", f"{RESEND}[web]"), ('play = "ana"', 'play = "ana"\nemail = "ana"')) == [
        'people.ana.email = "ana" is no address.'
    ]


def test_one_address_is_one_person_in_whatever_case(faults: Faults) -> None:
    two = ('play = "ana"', 'play = "ana"\nemail = "Ana@x.org"\n[people.ben]\nemail = "ana@X.org"\n[people.cem]')
    [fault] = faults(two)
    assert fault == "people.ben.email = 'ana@X.org' is also that of people.ana: one account, one person."


def test_the_secrets_of_mail_are_secrets(folder: Path) -> None:
    environ = {
        "ASSENT_EMAIL__PROVIDER": "smtp", "ASSENT_EMAIL__FROM": "a@x.org", "ASSENT_EMAIL__API_KEY": "re_key",
        "ASSENT_EMAIL__SMTP_URL": "smtp://u:pass%20word@mail.x.org", "ASSENT_EMAIL__WEBHOOK_SECRET": "whsec_abc",
    }  # fmt: skip
    settings = load_settings(folder / "assent.toml", environ)
    assert set(settings.secrets()) == {"re_key", "whsec_abc", "pass%20word"}
    assert all(secret not in repr(settings) for secret in settings.secrets())


def test_a_bot_says_how_long_it_keeps_what_has_ended_and_how_it_forgets(folder: Path, faults: Faults) -> None:
    plain = load_settings(folder / "assent.toml", {}).bots["refunds"]
    assert (plain.retention, plain.forget) == (None, "at_once")
    for text, kept_for in (("", None), ("90d", timedelta(days=90)), ("P30D", timedelta(days=30))):
        environ = {"ASSENT_BOTS__REFUNDS__RETENTION": text, "ASSENT_BOTS__REFUNDS__FORGET": "ask"}
        bot = load_settings(folder / "assent.toml", environ).bots["refunds"]
        assert (bot.retention, bot.forget) == (kept_for, "ask")
    last = 'team = "finance"\n'
    for written, said in (
        ('forget = "maybe"', "bots.refunds.forget = \"maybe\": should be 'at_once', 'ask' or 'never'."),
        ('retention = "soon"',
         "bots.refunds.retention = \"soon\": 'soon' is not a duration; write 90s, 15m, 2h or 3d."),
        ('forget = "never"', 'bots.refunds.forget = "never" leaves customers without an answer: '
         "name where customers can turn to in contact."),
    ):  # fmt: skip
        assert faults((last, f"{last}{written}\n")) == [said]
    assert faults((last, f'{last}forget = "never"\ncontact = "x@example.com"\n')) == []
