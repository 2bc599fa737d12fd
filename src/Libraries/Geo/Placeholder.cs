namespace Linli.Geo;
