// Command server runs the Roster API.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/roster/internal/audit"
	"example.com/roster/internal/config"
	rosterhttp "example.com/roster/internal/http"
	"example.com/roster/internal/members"
	"example.com/roster/internal/store"
)

func main() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, log); err != nil {
		log.Error("server stopped", "error", err)
		os.Exit(1)
	}
}

// run serves until ctx ends, then lets open requests finish.
func run(ctx context.Context, log *slog.Logger) error {
	cfg, err := config.Load()
	if err != nil {
		return fmt.Errorf("configuration: %w", err)
	}
	pool, err := store.Open(ctx, cfg.DatabaseURL)
	if err != nil {
		return err
	}
	defer pool.Close()

	events := store.NewAudit(pool)
	api := &rosterhttp.Server{
		Log:        log,
		Sessions:   store.NewSessions(pool),
		Workspaces: store.NewWorkspaces(pool),
		Members:    members.NewService(store.NewMembers(pool)),
		Audit:      events,
	}
	server := &http.Server{Addr: cfg.Addr, Handler: api.Router(), ReadHeaderTimeout: 5 * time.Second}

	retention := time.Duration(cfg.AuditRetentionDays) * 24 * time.Hour
	go audit.Prune(ctx, events, retention, 24*time.Hour, func(deleted int64, err error) {
		if err != nil {
			log.Error("audit retention failed", "error", err)
			return
		}
		log.Info("audit retention", "deleted", deleted)
	})

	drained := make(chan error, 1)
	go func() {
		<-ctx.Done()
		shutdown, cancel := context.WithTimeout(context.Background(), 15*time.Second)
		defer cancel()
		drained <- server.Shutdown(shutdown)
	}()

	log.Info("listening", "addr", cfg.Addr)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-drained
}
