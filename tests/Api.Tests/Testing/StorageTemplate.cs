using Api.Tests.Testing;

namespace Api.Tests.Testing
{
    /// <summary>Databases that are migrated and filled once for the whole run; a test copies the files in milliseconds.</summary>
    internal static class StorageTemplate
    {
        private static readonly Lazy<string> Folder = new(Make);

        /// <summary>Copies the databases into a folder.</summary>
        public static void CopyTo(string folder)
        {
            foreach (var file in Directory.GetFiles(Folder.Value, "*.db"))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        /// <summary>Removes the databases at the end of the run.</summary>
        public static void Delete()
        {
            if (Folder.IsValueCreated)
                Directory.Delete(Folder.Value, recursive: true);
        }

        private static string Make()
        {
            var folder = Directory.CreateTempSubdirectory("countries-template-").FullName;
            using var service = new RunningService(template: false);
            // A backup takes a whole picture of a database while its service runs.
            foreach (var file in Directory.GetFiles(service.Storage, "*.db"))
            {
                using var source = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
                using var target = new Microsoft.Data.Sqlite.SqliteConnection(
                    $"Data Source={Path.Combine(folder, Path.GetFileName(file))};Pooling=False"
                );
                source.Open();
                target.Open();
                source.BackupDatabase(target);
            }
            return folder;
        }
    }
}

[SetUpFixture]
internal sealed class RemoveStorageTemplate
{
    [OneTimeTearDown]
    public void Remove() => StorageTemplate.Delete();
}
