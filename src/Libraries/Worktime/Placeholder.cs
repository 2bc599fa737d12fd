namespace Linli.Worktime;
