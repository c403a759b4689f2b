namespace Vanstock.Api.Middleware;

public class ProblemMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => next(context);
}
