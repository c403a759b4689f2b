package orders

import "testing"

func TestPlaceOrder(t *testing.T) {}
