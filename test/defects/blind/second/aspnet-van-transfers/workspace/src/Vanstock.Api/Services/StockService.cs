using Vanstock.Api.Data;

namespace Vanstock.Api.Services;

public class StockService(VanstockDb db)
{
    public Task TakeAsync(Guid vanId, Guid partId, int quantity) => Task.CompletedTask;

    public Task AddAsync(Guid vanId, Guid partId, int quantity) => Task.CompletedTask;
}

public class InsufficientStockException : Exception
{
}
