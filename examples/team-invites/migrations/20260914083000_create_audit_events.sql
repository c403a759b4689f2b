-- +goose Up
CREATE TABLE audit_events (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace_id UUID NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    actor_id UUID NOT NULL REFERENCES users (id),
    action TEXT NOT NULL,
    -- No foreign key: what an event is about may be deleted later.
    subject_id UUID NOT NULL,
    detail JSONB NOT NULL DEFAULT '{}',
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE INDEX idx_audit_events_workspace_id_id ON audit_events (workspace_id, id DESC);
CREATE INDEX idx_audit_events_created_at ON audit_events (created_at);

-- +goose Down
DROP TABLE audit_events;
