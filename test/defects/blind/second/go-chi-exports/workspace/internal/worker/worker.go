package worker

import (
	"context"
	"time"
)

type Job func(ctx context.Context) error

func Every(ctx context.Context, d time.Duration, job Job) {
	t := time.NewTicker(d)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			_ = job(ctx)
		}
	}
}
