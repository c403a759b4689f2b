package server

import (
	"github.com/acme/shop/internal/orders"
	"github.com/gin-gonic/gin"
)

func New(h *orders.Handler) *gin.Engine {
	r := gin.Default()
	api := r.Group("/api/v1")
	api.GET("/orders/:id", h.Get)
	api.POST("/orders", h.Create)
	return r
}
