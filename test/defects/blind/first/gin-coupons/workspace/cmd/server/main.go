package main

import "github.com/acme/shop/internal/server"

func main() {
	server.New(nil).Run(":8080")
}
