package httpapi

import "testing"

func TestRouterNeedsUser(t *testing.T) {}
