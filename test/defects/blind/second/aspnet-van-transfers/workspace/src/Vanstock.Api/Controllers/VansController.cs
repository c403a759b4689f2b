using Microsoft.AspNetCore.Mvc;
using Vanstock.Api.Services;

namespace Vanstock.Api.Controllers;

[ApiController]
[Route("api/vans")]
public class VansController(StockService stock) : ControllerBase
{
    [HttpGet("{vanId}/stock")]
    public IActionResult GetStock(Guid vanId) => Ok();

    [HttpPost("{vanId}/stock/use")]
    public async Task<IActionResult> Use(Guid vanId, Guid partId, int quantity)
    {
        await stock.TakeAsync(vanId, partId, quantity);
        return NoContent();
    }
}
