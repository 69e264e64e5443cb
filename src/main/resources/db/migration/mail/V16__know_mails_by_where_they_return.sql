-- Where mails are returned to, if not to where they come from: with the message's id behind a + in front of the @.
alter table bounce_mailboxes add return_address text not null default '' check (length(return_address) <= 200);
