// Journeys share two small districts and a browser. Side by side they wait for each other on a machine of two cores until one gives up.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
