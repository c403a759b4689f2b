package blob

import (
	"context"
	"io"
	"time"
)

type Store struct {
	bucket string
}

func New(bucket string) *Store { return &Store{bucket: bucket} }

func (s *Store) Put(ctx context.Context, key string, body io.Reader) error { return nil }

func (s *Store) SignedURL(ctx context.Context, key string, ttl time.Duration) (string, error) {
	return "", nil
}
