-- name: InsertAudit :exec
INSERT INTO audit_log (account_id, actor_id, action) VALUES ($1, $2, $3);
