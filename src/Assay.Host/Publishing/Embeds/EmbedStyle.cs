namespace Assay.Host.Publishing.Embeds;

/// <summary>The style of embeds, written into each: a frame on somebody's page loads nothing else.</summary>
internal static class EmbedStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--page:light-dark(#fdfdfc,#14161a);--line:light-dark(#dcdcd6,#343943);--text:light-dark(#1a1b1e,#e9eaec);--quiet:light-dark(#5b5e66,#a5abb6);--link:light-dark(#0b5394,#8ec2f5)}
        :root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}
        *{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--text);font:400 .9375rem/1.45 system-ui,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums}
        main{padding:.875rem 1rem;overflow-wrap:anywhere}h1{font-size:1.125rem;line-height:1.25;font-weight:600;margin:0 0 .375rem}p{margin:0 0 .625rem}
        a{color:var(--link);text-underline-offset:.15em}h1 a{color:inherit;text-decoration:none}h1 a:hover{text-decoration:underline}a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
        table{border-collapse:collapse;width:100%;margin:0 0 .625rem}th,td{text-align:left;vertical-align:top;font-weight:400;padding:.3125rem .625rem .3125rem 0;border-top:1px solid var(--line)}
        thead th,thead td{font-weight:600;border-top:0}tbody th{color:var(--quiet);width:30%}.best{font-weight:600}.quiet,.unknown{color:var(--quiet)}.foot{font-size:.8125rem;color:var(--quiet);margin:0}
        """;
}
