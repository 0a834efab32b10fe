"""Mail servers on loopback, started by the tests: Postfix, Dovecot, and aiosmtpd, which fails to order."""
