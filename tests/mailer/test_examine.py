"""An account's servers are asked, and say what they offer."""

import pytest
from msgspec.structs import replace

from converter.errors import DeliveryError
from converter.mailer.accounts import Account
from converter.mailer.examine import examine
from tests.mailer.conftest import AccountFor
from tests.servers.certificates import Certificates
from tests.servers.dovecot import PASSWORD, Mailboxes, dovecot
from tests.servers.postfix import Postfix
from tests.servers.sink import sink


@pytest.fixture
def account(mail_server: Postfix, smtp_account: AccountFor, imap_account: AccountFor) -> Account:
    return replace(
        imap_account(mail_server.dovecot.imaps),
        smtp=smtp_account(mail_server.smtp, "starttls", PASSWORD).smtp,
    )


def test_each_server_says_what_it_offers(account: Account) -> None:
    assert account.smtp is not None
    assert account.imap is not None
    assert list(examine(account)) == [
        ("SMTP", f"{account.smtp.address}, TLSv1.3, certificate valid"),
        ("SMTP login", "press@example.org, by password"),
        ("SMTP logins offered", "LOGIN, PLAIN, XOAUTH2"),
        ("SMTP size limit", "292 KB"),
        ("SMTP pipelining", "yes"),
        ("IMAP", f"{account.imap.address}, TLSv1.3, certificate valid"),
        ("IMAP login", "press@example.org, by password"),
        ("IMAP logins offered", "LOGIN, PLAIN, XOAUTH2"),
        ("IMAP size limit", "not said"),
        ("IMAP drafts", "Drafts"),
    ]


def test_a_relay_that_wants_no_login_says_so(smtp_account: AccountFor, certificates: Certificates) -> None:
    with sink() as server:
        found = dict(examine(smtp_account(server.port)))
    assert found["SMTP"] == f"localhost:{server.port}, not encrypted"
    assert (found["SMTP login"], found["SMTP size limit"], found["SMTP pipelining"]) == (
        "none wanted",
        "not said",
        "no",
    )
    with sink(tls=certificates.context()) as server:
        assert dict(examine(smtp_account(server.port, "tls")))["SMTP logins offered"] == "none"


def test_a_server_that_fails_does_not_keep_the_other_from_being_asked(account: Account) -> None:
    assert account.smtp is not None
    assert account.imap is not None
    broken = replace(account, smtp=replace(account.smtp, certificates=""))
    found, error = _findings(broken)
    assert found[-1] == ("IMAP drafts", "Drafts")
    assert (error.code, error.where) == ("certificate-invalid", account.smtp.address)
    found, error = _findings(replace(broken, imap=replace(account.imap, certificates="")))
    assert [label for label, _ in found] == ["IMAP"]
    assert error.where == account.smtp.address


def _findings(account: Account) -> tuple[list[tuple[str, str]], DeliveryError]:
    """Return what was found before the error, and the error."""
    found: list[tuple[str, str]] = []
    with pytest.raises(DeliveryError) as caught:
        found.extend(examine(account))
    return found, caught.value


@pytest.mark.parametrize("is_special", [True, False], ids=["told by the server", "told by the account"])
def test_the_folder_of_drafts_is_named_as_people_write_it(
    is_special: bool,  # noqa: FBT001 - a parameter of the test
    certificates: Certificates,
    imap_account: AccountFor,
) -> None:
    name = "Entwürfe & 下書き"
    with dovecot(certificates, Mailboxes(drafts=name, is_special=is_special)) as boxes:
        account = imap_account(boxes.imaps, drafts="" if is_special else name)
        assert dict(examine(account))["IMAP drafts"] == name


def test_a_folder_of_drafts_that_is_not_there_is_told(account: Account) -> None:
    found, error = _findings(replace(account, smtp=None, drafts="Nowhere"))
    assert "IMAP drafts" not in dict(found)
    assert (error.code, error.exit_code) == ("draft-refused", 7)
    assert error.what.startswith("the folder 'Nowhere' cannot be opened: ")
    assert error.remedy == "check imap.drafts of the account"
