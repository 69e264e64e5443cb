-- In whose name mails leave: LIST to those who joined, SERVICE to one reader because of what they did. What is empty is as
-- the workspace's settings say.
create table mail_senders (
    workspace_id uuid not null,
    stream       text not null check (stream in ('LIST', 'SERVICE')),
    name         text not null check (length(name) <= 120),
    address      text not null check (length(address) <= 254),
    reply_to     text not null check (length(reply_to) <= 254),
    primary key (workspace_id, stream)
);

-- How fast broadcasts leave, within what the installation lets them; null for as fast as that.
create table mail_paces (
    workspace_id uuid    not null primary key,
    connections  integer check (connections > 0),
    per_second   integer check (per_second > 0)
);
