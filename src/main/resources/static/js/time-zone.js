// Chooses the time zone that the browser is in, if it is among the choices. Without it the list stands as it came.
const timeZones = document.getElementById("timeZone");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if ([...timeZones.options].some((option) => option.value === here)) timeZones.value = here;
