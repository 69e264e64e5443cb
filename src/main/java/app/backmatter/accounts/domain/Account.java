package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import app.backmatter.shared.EmailAddress;

/** A person who can sign in, with the hash of their password. */
record Account(AccountId id, EmailAddress email, String name, String passwordHash, boolean isAdmin) {}
