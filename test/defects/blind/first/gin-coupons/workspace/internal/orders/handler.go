package orders

import "github.com/gin-gonic/gin"

type Handler struct{ svc *Service }

func NewHandler(svc *Service) *Handler { return &Handler{svc: svc} }

func (h *Handler) Get(c *gin.Context)    {}
func (h *Handler) Create(c *gin.Context) {}
