package app.backmatter.accounts.domain;

import app.backmatter.shared.EmailAddress;

/**
 * An account to make.
 *
 * @param name how other members see the person, at most 100 characters
 * @param password as typed, 12 characters to 72 bytes
 */
public record NewAccount(String name, EmailAddress email, String password) {}
