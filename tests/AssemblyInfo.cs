// Fixtures share nothing but the read-only template of the databases, so they run side by side.
[assembly: NUnit.Framework.Parallelizable(NUnit.Framework.ParallelScope.Fixtures)]
