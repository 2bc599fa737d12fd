namespace Linli.Text;
