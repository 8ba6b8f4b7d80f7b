namespace Assay.Host.Playground;
internal static class TurnExports { public static void Map(WebApplication app, RouteGroupBuilder turns) { } }
