package io.carriageway.verify.secure;

import io.carriageway.jobs.io.files.BucketClient;
import io.carriageway.jobs.io.files.FileSystems;
import org.apache.flink.core.fs.Path;

/** A process that reads a bucket with Flink's file system and with the client for pictures. */
final class BucketReader {

    private BucketReader() {}

    /** Takes a bucket and the key of an object in it. */
    public static void main(String[] args) throws Exception {
        var flink = FileSystems.open();
        var object = new Path("s3://" + args[0] + "/" + args[1]);
        System.out.println("plugin " + object.getFileSystem().exists(object));
        try (var client = BucketClient.of(flink)) {
            System.out.println("client "
                    + client.headObject(request -> request.bucket(args[0]).key(args[1]))
                            .contentLength());
        }
    }
}
