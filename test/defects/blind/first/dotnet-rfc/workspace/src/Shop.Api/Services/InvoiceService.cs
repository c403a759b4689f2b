namespace Shop.Api.Services;

public class InvoiceService
{
    public Task<Guid> CreateAsync(Guid orderId, CancellationToken ct) => throw new NotImplementedException();
    public Task<byte[]> RenderPdfAsync(Guid id, CancellationToken ct) => throw new NotImplementedException();
}
