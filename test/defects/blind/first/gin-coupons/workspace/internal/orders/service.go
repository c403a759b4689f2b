package orders

import "context"

type Order struct {
	ID         int64
	CustomerID int64
	TotalCents int64
}

type Service struct{ repo *Repository }

func NewService(repo *Repository) *Service { return &Service{repo: repo} }

func (s *Service) PlaceOrder(ctx context.Context, o Order) (Order, error) { return o, nil }
