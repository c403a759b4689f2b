-- name: ListEntries :many
SELECT * FROM entries WHERE account_id = $1 ORDER BY booked_on LIMIT $2;
