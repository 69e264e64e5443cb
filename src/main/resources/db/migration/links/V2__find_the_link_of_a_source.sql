create index short_links_of_source on short_links (source_id, workspace_id) where source_id is not null;
