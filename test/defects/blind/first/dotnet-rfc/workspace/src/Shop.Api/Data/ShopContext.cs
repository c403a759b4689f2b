using Microsoft.EntityFrameworkCore;

namespace Shop.Api.Data;

public class ShopContext : DbContext
{
    public DbSet<Invoice> Invoices => Set<Invoice>();
}

public class Invoice
{
    public Guid Id { get; set; }
    public Guid OrderId { get; set; }
    public DateTimeOffset IssuedAt { get; set; }
}
