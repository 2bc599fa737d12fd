using Linli.Contracts.Grids;
using Linli.Platform.Access;
using Linli.Platform.Data;
using Microsoft.Extensions.Localization;

namespace Linli.Registry;

/// <summary>Public facilities and city components.</summary>
internal sealed class FacilitiesLayer(AppDb db, TypeCache types, IDivisions divisions, IAccess access, IStringLocalizer<RegistryModule> text)
    : RecordsLayer("facilities", 40, RecordGroup.Facilities, db, types, divisions, access, text);

/// <summary>Devices and cameras.</summary>
internal sealed class DevicesLayer(AppDb db, TypeCache types, IDivisions divisions, IAccess access, IStringLocalizer<RegistryModule> text)
    : RecordsLayer("devices", 45, RecordGroup.Devices, db, types, divisions, access, text);
