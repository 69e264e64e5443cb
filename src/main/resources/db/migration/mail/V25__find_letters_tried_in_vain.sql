-- For their author's home page, however many wait for their moment.
create index messages_tried_in_vain on messages (workspace_id)
    where state in ('QUEUED', 'SENDING') and refusal is not null;
