namespace Linli.Demo;
