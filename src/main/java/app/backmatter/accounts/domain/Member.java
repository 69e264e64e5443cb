package app.backmatter.accounts.domain;

import app.backmatter.accounts.AccountId;
import app.backmatter.accounts.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * An account's place in one workspace, as its owners see it.
 *
 * @param id of the membership, not of the account
 */
public record Member(UUID id, AccountId account, String name, String email, Role role, Instant joinedAt) {}
