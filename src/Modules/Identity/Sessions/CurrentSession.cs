using Linli.Identity.Accounts;
using Linli.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Linli.Identity.Sessions;

/// <summary>The session that the request came with, and whose it is.</summary>
internal sealed class CurrentSession(AppDb db, IHttpContextAccessor http)
{
    public Guid? Id => http.HttpContext is { } context ? SessionCookie.Of(context) : null;

    /// <summary>The staff account behind the request, and its session, which has come this far; null when there is none such.</summary>
    public async Task<(Session Session, Account Account)?> FindAsync(SessionState state, CancellationToken ct)
    {
        if (Id is not { } id || await db.Sessions.FirstOrDefaultAsync(s => s.Id == id && s.State == state, ct) is not { } session) return null;
        return await db.Accounts.FirstOrDefaultAsync(a => a.Id == session.OwnerId && a.Active, ct) is { } account ? (session, account) : null;
    }
}
