-- +goose Up
ALTER TABLE members
    ADD COLUMN role TEXT NOT NULL DEFAULT 'member'
    CHECK (role IN ('owner', 'admin', 'member'));

-- Whoever joined first created the workspace.
UPDATE members m
SET role = 'owner'
FROM (
    SELECT DISTINCT ON (workspace_id) id
    FROM members
    ORDER BY workspace_id, created_at, id
) AS first_member
WHERE m.id = first_member.id;

CREATE INDEX idx_members_workspace_id_owner ON members (workspace_id) WHERE role = 'owner';

-- +goose Down
DROP INDEX idx_members_workspace_id_owner;
ALTER TABLE members DROP COLUMN role;
